using TextSeg.Mining.KeyPhrases;
using TextSeg.Mining.Topics;

namespace TextSeg.Engine.Topics;

/// <summary>
/// The key phrases of topics, each topic's in one language: the one that most of its posts are written in, English when it is a good part.
/// A name that mixes languages reads badly, and common words of a small language would look telling beside those of a large one.
/// </summary>
internal sealed class TopicPhrases(MiningCorpus corpus)
{
    private const string ReadersLanguage = "en";

    /// <summary>Share of a topic's posts in the reader's language from which on its phrases are taken in that language.</summary>
    private const double EnoughToRead = 0.25;

    /// <summary>The key phrases of each topic of a level, told apart from siblings in the same language.</summary>
    public IReadOnlyList<KeyPhrase>[] Of(TopicLevel level, KeyPhraseFinder phrases, CancellationToken cancellationToken)
    {
        var languages = corpus.Languages.Length + 1;
        var posts = new int[level.Count, languages];
        for (var row = 0; row < level.TopicOf.Length; row++)
        {
            if (level.TopicOf[row] >= 0)
            {
                posts[level.TopicOf[row], corpus.LanguageOf[row] + 1]++;
            }
        }

        var languageOf = Enumerable.Range(0, level.Count).Select(topic => LanguageOf(topic, posts)).ToArray();
        var groupOf = level.TopicOf.Select((topic, row) => topic >= 0 && (languageOf[topic] == corpus.LanguageOf[row] + 1 || languageOf[topic] == 0) ? topic : -1).ToArray();
        int[] families = [.. level.Topics.Select((topic, index) => (Math.Max(0, topic.Parent) * languages) + languageOf[index])];
        return phrases.ForGroups(groupOf, level.Count, families, corpus.MemberOf, cancellationToken);
    }

    /// <summary>Place of the language plus 1; 0 where no post's language is known, which takes the posts of all.</summary>
    private int LanguageOf(int topic, int[,] posts)
    {
        var counts = Enumerable.Range(1, corpus.Languages.Length).Select(language => posts[topic, language]).ToArray();
        var all = counts.Sum();
        var readers = Array.IndexOf(corpus.Languages, ReadersLanguage);
        return all == 0 ? 0 : readers >= 0 && counts[readers] >= EnoughToRead * all ? readers + 1 : Array.IndexOf(counts, counts.Max()) + 1;
    }
}
