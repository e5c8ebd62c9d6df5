using System.Text.RegularExpressions;

namespace TextSeg.Nlp.Privacy;

/// <summary>Finds addresses of e-mail, also written as "name (at) host (dot) org", and handles.</summary>
internal static partial class ContactFinder
{
    public static void Find(string text, List<FoundData> found)
    {
        if (text.Contains('@', StringComparison.Ordinal))
        {
            Add(Email(), text, PersonalDataKind.Email, found);
            found.RemoveAll(data => FileName().IsMatch(data.Span.Of(text)));
            AddHandles(text, found);
        }

        if (text.Contains("at)", StringComparison.OrdinalIgnoreCase) || text.Contains("at]", StringComparison.OrdinalIgnoreCase))
        {
            Add(SpelledEmail(), text, PersonalDataKind.Email, found);
        }
    }

    private static void Add(Regex pattern, string text, PersonalDataKind kind, List<FoundData> found)
    {
        foreach (ValueMatch match in pattern.EnumerateMatches(text))
        {
            found.Add(new FoundData(kind, new TextSpan(match.Index, match.Index + match.Length)));
        }
    }

    private static void AddHandles(string text, List<FoundData> found)
    {
        for (int mark = text.IndexOf('@', StringComparison.Ordinal); mark >= 0; mark = text.IndexOf('@', mark + 1))
        {
            bool free = mark == 0 || !(char.IsLetterOrDigit(text[mark - 1]) || text[mark - 1] is '_' or '-' or '/' or ']');
            int end = mark + 1;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-' or '.'))
            {
                end++;
            }

            while (end > mark + 1 && text[end - 1] is '.' or '-')
            {
                end--;
            }

            if (free && end > mark + 1)
            {
                found.Add(new FoundData(PersonalDataKind.Handle, new TextSpan(mark, end)));
                mark = end - 1;
            }
        }
    }

    [GeneratedRegex(@"[\p{L}\p{N}_%+-](\.?[\p{L}\p{N}_%+-]){0,63}@([\p{L}\p{N}-]+\.){1,8}\p{L}{2,24}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    /// <summary>Pictures and packages are named "icon@2x.png".</summary>
    [GeneratedRegex(@"\.(png|jpe?g|gif|svg|webp|apk|dex|jar|dll|exe|zip|txt|html?|css|js|cpp|hpp|xml|json|so|lib)$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FileName();

    [GeneratedRegex(@"[\w.+-]{2,64} ?[\[(] ?at ?[\])] ?[\w-]{2,64}( ?[\[(] ?dot ?[\])] ?|\.)\p{L}{2,24}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SpelledEmail();
}
