namespace TextSeg.Nlp.Privacy;

/// <summary>Takes a member's name apart, "AnnaMiller7" into Anna and Miller: at blanks and signs, at digits, and where a small letter meets a capital.</summary>
internal static class HandleParts
{
    /// <summary>Shorter parts are too often something else.</summary>
    public const int ShortestPart = 4;

    /// <summary>Parts of at least <see cref="ShortestPart"/> letters, in lower case, without the whole name and without words that mean more than a name.</summary>
    public static IEnumerable<string> Of(string name)
    {
        for (int start = 0; start < name.Length;)
        {
            int end = EndOfPart(name, start);
            string part = name[start..end].ToLowerInvariant();
            if (part.Length >= ShortestPart && part.Length < name.Length && !CommonNameWords.All.Contains(part))
            {
                yield return part;
            }

            start = Math.Max(end, start + 1);
        }
    }

    private static int EndOfPart(string name, int start)
    {
        int end = start;
        while (end < name.Length && char.IsLetter(name[end]) && (end == start || !IsBorder(name, end)))
        {
            end++;
        }

        return end;
    }

    /// <summary>A capital after a small letter, or the last of several capitals where a small letter follows ("DRHanner").</summary>
    private static bool IsBorder(string name, int at) =>
        char.IsUpper(name[at]) && (!char.IsUpper(name[at - 1]) || (at + 1 < name.Length && char.IsLower(name[at + 1])));
}
