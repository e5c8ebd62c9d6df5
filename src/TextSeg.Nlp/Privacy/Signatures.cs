namespace TextSeg.Nlp.Privacy;

/// <summary>Finds the words with which an author may sign a post.</summary>
internal static class Signatures
{
    private const int LongestTag = 60;
    private const int ShortestName = 3;

    /// <summary>
    /// Words of lines that hold one or two words, if the word is a part of the author's name; and the word of the last line, if it is the only
    /// one and written as a name, whatever the author is called. In lower case, some perhaps twice.
    /// </summary>
    public static IEnumerable<(string Word, bool IsPart)> Of(string author, string text)
    {
        List<string> line = [];
        int lines = 0;
        foreach (List<string> next in Lines(text))
        {
            foreach (string word in line.Where(word => line.Count <= 2 && IsPart(author, word)))
            {
                yield return (word.ToLowerInvariant(), true);
            }

            line = next;
            lines++;
        }

        foreach (string word in line.Where(word => line.Count <= 2 && (IsPart(author, word) || (line.Count == 1 && lines > 1 && LooksLikeAName(word)))))
        {
            yield return (word.ToLowerInvariant(), IsPart(author, word));
        }
    }

    private static bool IsPart(string author, string word) => word.Length >= ShortestName && word.Length < author.Length
        && word.Any(char.IsLetter) && author.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static bool LooksLikeAName(string word) => word.Length >= ShortestName && char.IsUpper(word[0]) && word.Skip(1).All(char.IsLower);

    /// <summary>The words of each line that has any, of long lines the first three; mark-up parts lines too.</summary>
    private static IEnumerable<List<string>> Lines(string text)
    {
        const int enough = 3;
        var line = new List<string>(enough);
        for (int at = 0; at < text.Length;)
        {
            if (text[at] is '\n' or '<')
            {
                if (line.Count > 0)
                {
                    yield return line;
                    line = new List<string>(enough);
                }

                at = text[at] == '<' ? EndOfTag(text, at) : at + 1;
            }
            else if (line.Count == enough)
            {
                at = text.AsSpan(at).IndexOfAny('\n', '<') is >= 0 and var rest ? at + rest : text.Length;
            }
            else
            {
                int end = MemberNameFinder.EndOfWord(text, at);
                if (end > at)
                {
                    line.Add(text[at..end]);
                }

                at = Math.Max(end, at + 1);
            }
        }

        if (line.Count > 0)
        {
            yield return line;
        }
    }

    /// <summary>After the closing sign of the mark-up, or one on where none is near.</summary>
    private static int EndOfTag(string text, int start) =>
        start + 1 + Math.Max(0, text.AsSpan(start, Math.Min(LongestTag, text.Length - start)).IndexOf('>'));
}
