using System.Buffers;
using TextSeg.Engine.Storage;
using TextSeg.Mining.KeyPhrases;
using TextSeg.Mining.Topics;
using TextSeg.Nlp.Words;

namespace TextSeg.Engine.Topics;

/// <summary>The words of all posts as numbers, read from the workspace a post at a time.</summary>
internal static class TopicTerms
{
    private const int LongestElision = 5;

    /// <summary>German writes nouns with a capital everywhere, so one at the start of a sentence is evidence too.</summary>
    private const string CapitalNouns = "de";

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?…:\n\"“„«•*");

    /// <summary>One row for each post of the corpus, in its order. The words of very many posts lie in files in the workspace's folder until the table is closed.</summary>
    public static TermTable Read(Workspace workspace, MiningCorpus corpus, TopicOptions options, CancellationToken cancellationToken) =>
        new TermReader(options, workspace.Folder).Read(corpus.PostIds.Length, () => Posts(workspace, corpus), null, cancellationToken);

    private static IEnumerable<(string Prose, string Language)> Posts(Workspace workspace, MiningCorpus corpus)
    {
        var row = 0;
        foreach (var (id, prose, language) in workspace.Connection.Query(
            "SELECT Id, Prose, Language FROM Posts WHERE Prose <> '' ORDER BY Id", reader => (reader.GetInt64(0), reader.GetString(1), reader.Text(2))))
        {
            if (row < corpus.PostIds.Length && corpus.PostIds[row] == id)
            {
                yield return (prose, language ?? "unknown");
                row++;
            }
        }
    }

    /// <summary>The words of one text with breaks between its clauses.</summary>
    internal static IEnumerable<TermToken> Tokens(string prose, string language)
    {
        var end = 0;
        var startsSentence = true;
        foreach (var word in WordSegmenter.Words(prose, language))
        {
            if (word.Start > end && prose.AsSpan(end, word.Start - end) is var gap && gap.ContainsAnyExcept(" -'’"))
            {
                startsSentence |= gap.ContainsAny(SentenceEnds);
                yield return TermToken.Break;
            }

            end = Math.Max(end, word.Start + word.Length);
            if (IsMask(prose, word.Start, end))
            {
                yield return TermToken.Break;
                continue;
            }

            var token = Token(prose, word, language, startsSentence);
            if (token.Surface.Length < word.Length)
            {
                yield return TermToken.Break;
            }

            yield return token;
            startsSentence = false;
        }
    }

    /// <summary>Masks such as [email] stand for personal data and are no words of a topic.</summary>
    private static bool IsMask(string prose, int start, int end) => start > 0 && end < prose.Length && prose[start - 1] == '[' && prose[end] == ']';

    /// <summary>An article that was drawn to the word is cut off: "l'ancien" is "ancien".</summary>
    private static TermToken Token(string prose, Word word, string language, bool startsSentence)
    {
        var surface = prose.Substring(word.Start, word.Length);
        var mark = language is "fr" or "it" && !word.StopWord ? word.Text.IndexOf('\'', StringComparison.Ordinal) : -1;
        if (mark > 0 && mark <= LongestElision && surface.Length == word.Text.Length && StopWords.For(language).Contains(word.Text[..(mark + 1)]))
        {
            return new TermToken(word.Text[(mark + 1)..], surface[(mark + 1)..], false);
        }

        return new TermToken(word.Text, surface, word.StopWord, word.StopWord && Links(word, language), startsSentence && language != CapitalNouns);
    }

    /// <summary>Pieces of Japanese, Chinese and Thai run into each other, so one that is no word may stand between two that are.</summary>
    private static bool Links(Word word, string language) => language is "ja" or "zh" or "th" || PhraseLinks.Contains(word.Text, language);
}
