namespace TextSeg.Engine.Reports;

/// <summary>Makes posts short enough to be quoted.</summary>
public static class Excerpts
{
    private const int MostCharacters = 280;

    /// <summary>One line of at most about 280 characters, cut at the end of a word.</summary>
    public static string Shorten(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= MostCharacters)
        {
            return line;
        }

        var end = line.LastIndexOf(' ', MostCharacters);
        end = end < MostCharacters / 2 ? MostCharacters : end;
        return line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)].TrimEnd() + " …";
    }
}
