using System.Numerics.Tensors;

namespace TextSeg.Mining.Profiles;

/// <summary>
/// The mean vector of each language, learned once and taken away from every post, old or new, so that profiles compare themes and not languages.
/// Languages with fewer than 50 posts use the mean of all.
/// </summary>
internal sealed class LanguageMeans
{
    private const int Minimum = 50;
    private readonly float[] _all;
    private readonly Dictionary<int, float[]> _means = [];

    private LanguageMeans(float[] all) => _all = all;

    public static LanguageMeans Fit(ProfileInput input)
    {
        var d = input.Vectors.Dimension;
        var sums = new Dictionary<int, (double[] Sum, int Count)>();
        foreach (var row in input.RowsInStableOrder())
        {
            if (!input.Vectors[row].ContainsAnyExcept(0f))
            {
                continue;
            }

            Add(input.LanguageOf?[row] ?? -1, input.Vectors[row]);
        }

        var total = new double[d];
        foreach (var (_, (sum, _)) in sums.OrderBy(pair => pair.Key))
        {
            TensorPrimitives.Add(total, sum, total);
        }

        var count = Math.Max(1, sums.Values.Sum(entry => entry.Count));
        var means = new LanguageMeans(Array.ConvertAll(total, value => (float)(value / count)));
        foreach (var (language, (sum, languageCount)) in sums)
        {
            if (language >= 0 && languageCount >= Minimum)
            {
                means._means[language] = Array.ConvertAll(sum, value => (float)(value / languageCount));
            }
        }

        return means;

        void Add(int language, ReadOnlySpan<float> vector)
        {
            if (!sums.TryGetValue(language, out var entry))
            {
                entry = (new double[d], 0);
            }

            for (var i = 0; i < d; i++)
            {
                entry.Sum[i] += vector[i];
            }

            sums[language] = (entry.Sum, entry.Count + 1);
        }
    }

    /// <summary>Adds the centred unit vector of a post to a sum, times a weight. A row of zeros adds nothing.</summary>
    public void AddCentred(ReadOnlySpan<float> vector, int language, double weight, Span<double> sum, Span<float> scratch)
    {
        if (!vector.ContainsAnyExcept(0f))
        {
            return;
        }

        TensorPrimitives.Subtract(vector, _means.GetValueOrDefault(language, _all), scratch);
        double length = 0;
        foreach (var value in scratch)
        {
            length += (double)value * value;
        }

        var scale = weight / Math.Max(1e-6, Math.Sqrt(length));
        for (var i = 0; i < scratch.Length; i++)
        {
            sum[i] += scale * scratch[i];
        }
    }
}
