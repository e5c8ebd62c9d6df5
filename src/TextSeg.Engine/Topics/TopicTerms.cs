using TextSeg.Engine.Storage;
using TextSeg.Mining.KeyPhrases;
using TextSeg.Nlp.Words;

namespace TextSeg.Engine.Topics;

/// <summary>The words of all posts as numbers, read from the workspace a post at a time.</summary>
internal static class TopicTerms
{
    /// <summary>One row for each post of the corpus, in its order.</summary>
    public static TermTable Read(Workspace workspace, MiningCorpus corpus, CancellationToken cancellationToken)
    {
        var builder = new TermTableBuilder();
        var row = 0;
        foreach (var (id, prose, language) in workspace.Connection.Query(
            "SELECT Id, Prose, Language FROM Posts WHERE Prose <> '' ORDER BY Id", reader => (reader.GetInt64(0), reader.GetString(1), reader.Text(2))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (row < corpus.PostIds.Length && corpus.PostIds[row] == id)
            {
                builder.Add(Tokens(prose, language ?? "unknown"));
                row++;
            }
        }

        return builder.Build();
    }

    /// <summary>Masks such as [email] stand for personal data and are no words of a topic.</summary>
    private static bool IsMask(string prose, int start, int end) => start > 0 && end < prose.Length && prose[start - 1] == '[' && prose[end] == ']';

    private static IEnumerable<TermToken> Tokens(string prose, string language)
    {
        var end = 0;
        foreach (var word in WordSegmenter.Words(prose, language))
        {
            if (word.Start > end && prose.AsSpan(end, word.Start - end).ContainsAnyExcept(" -'’"))
            {
                yield return TermToken.Break;
            }

            end = Math.Max(end, word.Start + word.Length);
            if (IsMask(prose, word.Start, end))
            {
                yield return TermToken.Break;
                continue;
            }

            yield return new TermToken(word.Text, prose.Substring(word.Start, word.Length), word.StopWord);
        }
    }
}
