using System.Net;

namespace TextSeg.Nlp.Cleaning;

/// <summary>Puts the character in the place of an HTML character reference such as <c>&amp;amp;</c> or <c>&amp;#8217;</c>.</summary>
internal static class EntityPainter
{
    private const int LongestReference = 34;

    /// <summary>Works on prose and code; a bare &amp; or an unknown name stays.</summary>
    public static void Paint(TextCanvas canvas)
    {
        for (int i = canvas.Characters.IndexOf('&'); i >= 0; i = Next(canvas, i + 1))
        {
            ReadOnlySpan<char> ahead = canvas.Characters.Slice(i, Math.Min(LongestReference, canvas.Length - i));
            int length = ahead.IndexOf(';') + 1;
            if (length < 3 || canvas.Roles[i] is not (TextRole.Prose or TextRole.Code) || !IsReference(ahead[1..(length - 1)]))
            {
                continue;
            }

            string written = ahead[..length].ToString();
            string decoded = WebUtility.HtmlDecode(written);
            if (decoded.Length < written.Length)
            {
                bool usable = !char.IsControl(decoded[0]) && (decoded.Length > 1 || !char.IsSurrogate(decoded[0]));
                canvas.Replace(i, i + length, usable ? decoded : " ");
            }
        }
    }

    private static bool IsReference(ReadOnlySpan<char> name)
    {
        foreach (char c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '#')
            {
                return false;
            }
        }

        return true;
    }

    private static int Next(TextCanvas canvas, int from)
    {
        int at = canvas.Characters[from..].IndexOf('&');
        return at < 0 ? -1 : from + at;
    }
}
