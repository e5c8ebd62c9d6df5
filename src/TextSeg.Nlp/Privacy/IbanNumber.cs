namespace TextSeg.Nlp.Privacy;

/// <summary>International bank account numbers (ISO 13616-1): length per country and remainder 1 modulo 97.</summary>
internal static class IbanNumber
{
    private static readonly Dictionary<string, int> Lengths =
        ("AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 "
        + "IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 "
        + "SD18 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20").Split(' ').ToDictionary(entry => entry[..2], entry => int.Parse(entry.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Reads a number that starts at <paramref name="start"/>, single blanks or hyphens between groups allowed.</summary>
    public static bool TryRead(string text, int start, out int end)
    {
        end = start;
        if (start + 4 > text.Length || !char.IsAsciiDigit(text[start + 2]) || !char.IsAsciiDigit(text[start + 3])
            || !Lengths.TryGetValue(text.Substring(start, 2), out int length))
        {
            return false;
        }

        Span<char> account = stackalloc char[length];
        int count = 0;
        while (end < text.Length && count < length)
        {
            char c = text[end];
            if (char.IsAsciiLetterOrDigit(c))
            {
                account[count++] = char.ToUpperInvariant(c);
            }
            else if (c is not (' ' or '-' or '\u00A0') || !char.IsAsciiLetterOrDigit(text[end - 1]))
            {
                return false;
            }

            end++;
        }

        return count == length && (end == text.Length || !WordEdge.Joins(text[end])) && Remainder(account) == 1;
    }

    private static int Remainder(ReadOnlySpan<char> account)
    {
        int remainder = 0;
        for (int i = 0; i < account.Length; i++)
        {
            char c = account[(i + 4) % account.Length];
            remainder = char.IsAsciiDigit(c) ? ((remainder * 10) + c - '0') % 97 : ((remainder * 100) + c - 'A' + 10) % 97;
        }

        return remainder;
    }
}
