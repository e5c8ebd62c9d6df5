namespace TextSeg.Engine.Evaluation.Heads.BagOfWords;

/// <summary>
/// tf-idf (Salton and Buckley 1988, "Term-weighting approaches in automatic text retrieval"): how often a text has a term × (ln((1 + n) ÷ (1 + texts with it)) + 1),
/// each text at length 1. Smoothed as in scikit-learn's TfidfVectorizer, with which the figures can be compared.
/// </summary>
internal sealed class TermWeights
{
    private readonly Dictionary<string, int> _features;
    private readonly float[] _rarity;

    private TermWeights(Dictionary<string, int> features, float[] rarity) => (_features, _rarity) = (features, rarity);

    /// <summary>Number of terms.</summary>
    public int Count => _rarity.Length;

    /// <summary>Learns the terms of texts.</summary>
    /// <param name="texts">The terms of each text.</param>
    /// <param name="fewestTexts">Terms of fewer texts are left out.</param>
    /// <param name="most">Most terms; those of the most texts are kept, of equal ones the first by letters.</param>
    public static TermWeights Learn(IReadOnlyList<string[]> texts, int fewestTexts, int most)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in texts.SelectMany(text => text.Distinct(StringComparer.Ordinal)))
        {
            counts[term] = counts.GetValueOrDefault(term) + 1;
        }

        var kept = counts.Where(term => term.Value >= fewestTexts).OrderByDescending(term => term.Value).ThenBy(term => term.Key, StringComparer.Ordinal).Take(most).ToArray();
        return new TermWeights(
            kept.Select((term, place) => (term.Key, place)).ToDictionary(pair => pair.Key, pair => pair.place, StringComparer.Ordinal),
            [.. kept.Select(term => (float)(Math.Log((1.0 + texts.Count) / (1 + term.Value)) + 1))]);
    }

    /// <summary>The terms of a text that are known, weighted.</summary>
    public SparseRow Of(IEnumerable<string> terms)
    {
        var counts = new SortedDictionary<int, int>();
        foreach (var term in terms)
        {
            if (_features.TryGetValue(term, out var feature))
            {
                counts[feature] = counts.GetValueOrDefault(feature) + 1;
            }
        }

        float[] values = [.. counts.Select(count => count.Value * _rarity[count.Key])];
        var length = MathF.Sqrt(values.Sum(value => value * value));
        return new SparseRow([.. counts.Keys], Array.ConvertAll(values, value => value / length));
    }
}
