using TextSeg.Mining.KeyPhrases;
using TextSeg.Mining.Topics;

namespace TextSeg.Engine.Topics;

/// <summary>
/// The key phrases of topics, each topic's in one language: the one that most of its posts are written in, English when it is a good part.
/// A name that mixes languages reads badly, and common words of a small language would look telling beside those of a large one.
/// </summary>
/// <param name="languages">Languages by number.</param>
/// <param name="languageOf">The language of each row, −1 where unknown.</param>
/// <param name="memberOf">The author of each row, −1 where unknown.</param>
internal sealed class TopicPhrases(string[] languages, int[] languageOf, int[] memberOf)
{
    private const string ReadersLanguage = "en";

    /// <summary>Share of a topic's posts in the reader's language from which on its phrases are taken in that language.</summary>
    private const double EnoughToRead = 0.25;

    /// <summary>The key phrases of each topic of a level, told apart from siblings in the same language.</summary>
    public IReadOnlyList<KeyPhrase>[] Of(TopicLevel level, KeyPhraseFinder phrases, CancellationToken cancellationToken)
    {
        var posts = new int[level.Count, languages.Length + 1];
        for (var row = 0; row < level.TopicOf.Length; row++)
        {
            if (level.TopicOf[row] >= 0)
            {
                posts[level.TopicOf[row], languageOf[row] + 1]++;
            }
        }

        var chosen = Enumerable.Range(0, level.Count).Select(topic => LanguageOf(topic, posts)).ToArray();
        var groupOf = level.TopicOf.Select((topic, row) => topic >= 0 && (chosen[topic] == languageOf[row] + 1 || chosen[topic] == 0) ? topic : -1).ToArray();
        int[] families = [.. level.Topics.Select((topic, index) => (Math.Max(0, topic.Parent) * (languages.Length + 1)) + chosen[index])];
        return phrases.ForGroups(groupOf, level.Count, families, memberOf, cancellationToken);
    }

    /// <summary>Place of the language plus 1; 0 where no post's language is known, which takes the posts of all.</summary>
    private int LanguageOf(int topic, int[,] posts)
    {
        var counts = Enumerable.Range(1, languages.Length).Select(language => posts[topic, language]).ToArray();
        var all = counts.Sum();
        var readers = Array.IndexOf(languages, ReadersLanguage);
        return all == 0 ? 0 : readers >= 0 && counts[readers] >= EnoughToRead * all ? readers + 1 : Array.IndexOf(counts, counts.Max()) + 1;
    }
}
