using TextSeg.Mining.KeyPhrases;

namespace TextSeg.Mining.Naming;

/// <summary>Short labels for topics from their key phrases: two phrases, more where siblings would read the same.</summary>
public static class TopicLabels
{
    private const int Phrases = 2;
    private const string NoWords = "no words in common";

    /// <summary>One label a topic, such as "rain gauge, funnel"; no two of one level are equal.</summary>
    /// <param name="phrasesOf">Key phrases of each topic, strongest first.</param>
    /// <param name="given">Names that topics have already, null where a label is to be made; null for none.</param>
    public static string[] Make(IReadOnlyList<KeyPhrase>[] phrasesOf, IReadOnlyList<string?>? given = null)
    {
        var labels = new string[phrasesOf.Length];
        var taken = new HashSet<string>(given?.OfType<string>() ?? [], StringComparer.OrdinalIgnoreCase);
        for (var topic = 0; topic < labels.Length; topic++)
        {
            labels[topic] = given?[topic] ?? Candidates(phrasesOf[topic]).First(taken.Add);
        }

        return labels;
    }

    private static IEnumerable<string> Candidates(IReadOnlyList<KeyPhrase> phrases)
    {
        var texts = phrases.Select(phrase => phrase.Text).ToArray();
        if (texts.Length == 0)
        {
            texts = [NoWords];
        }

        for (var count = Math.Min(Phrases, texts.Length); count <= texts.Length; count++)
        {
            yield return string.Join(", ", texts.Take(count));
        }

        // All phrases the same as another topic's: only their order within the level is left to tell them apart.
        for (var copy = 2; ; copy++)
        {
            yield return $"{string.Join(", ", texts.Take(Phrases))} ({copy})";
        }
    }
}
