namespace TextSeg.Engine.Reports;

/// <summary>Makes posts short enough to be quoted.</summary>
public static class Excerpts
{
    private const int MostCharacters = 280;

    /// <summary>A sentence that ends before this is too short to stand for the post; then the cut is made between words.</summary>
    private const int FewestCharacters = 120;

    /// <summary>One line of at most about 280 characters, cut at the end of a sentence where there is one, else at the end of a word; "…" shows the cut.</summary>
    public static string Shorten(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= MostCharacters)
        {
            return line;
        }

        var end = EndOfSentence(line);
        end = end > 0 ? end : line.LastIndexOf(' ', MostCharacters);
        end = end < FewestCharacters ? MostCharacters : end;
        return line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)].TrimEnd() + " …";
    }

    /// <summary>The end of the last whole sentence that fits; 0 where none does.</summary>
    private static int EndOfSentence(string line)
    {
        for (var at = MostCharacters - 1; at >= FewestCharacters; at--)
        {
            if (line[at] is '。' or '！' or '？' or '।' || (line[at] is '.' or '!' or '?' && line[at + 1] == ' ' && char.IsLetter(line[at - 1]) && char.IsLetter(line[at - 2])))
            {
                return at + 1;
            }
        }

        return 0;
    }
}
