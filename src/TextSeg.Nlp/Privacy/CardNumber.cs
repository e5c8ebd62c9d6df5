using System.Globalization;

namespace TextSeg.Nlp.Privacy;

/// <summary>Payment card numbers: length and first digits of the known issuers (ISO/IEC 7812-1) and Luhn's check digit (annex B).</summary>
internal static class CardNumber
{
    public static bool IsCard(DigitGroups groups)
    {
        string digits = groups.Digits;
        bool printed = groups.Lengths is [_] or [4, 4, 4, 4] or [4, 6, 5] or [4, 6, 4] or [4, 4, 4, 4, <= 3] && groups.Separators.Distinct().Count() <= 1;
        return digits.Length is >= 13 and <= 19 && printed && HasIssuer(digits) && PassesLuhn(digits) && digits.Distinct().Count() > 1;
    }

    private static bool HasIssuer(string digits)
    {
        int four = int.Parse(digits.AsSpan(0, 4), CultureInfo.InvariantCulture);
        return digits.Length switch
        {
            13 => four / 1000 == 4,
            14 => four / 100 is 36 or 38 or 39 || four is >= 3000 and <= 3059,
            15 => four / 100 is 34 or 37,
            16 => four / 1000 == 4 || four / 100 is (>= 51 and <= 55) or 65 or 62 || four is (>= 2221 and <= 2720) or 6011 or (>= 6440 and <= 6499) or (>= 3528 and <= 3589),
            _ => four / 1000 == 4 || four / 100 == 62,
        };
    }

    private static bool PassesLuhn(string digits)
    {
        int sum = 0;
        for (int i = 0; i < digits.Length; i++)
        {
            int digit = digits[^(i + 1)] - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }

        return sum % 10 == 0;
    }
}
