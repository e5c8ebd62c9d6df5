using TextSeg.Engine.Evaluation.Measures;

namespace TextSeg.Engine.Evaluation.Encoders;

/// <summary>The rows of one language.</summary>
/// <param name="Language">The language.</param>
/// <param name="Places">Its rows, rising.</param>
internal sealed record LanguageRows(string Language, int[] Places)
{
    /// <summary>The languages of a set, by name.</summary>
    public static IReadOnlyList<LanguageRows> Of(IReadOnlyList<EncoderRow> rows) =>
        [.. rows.Select((row, place) => (row.Language, place)).GroupBy(pair => pair.Language, pair => pair.place, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new LanguageRows(group.Key, [.. group]))];
}

/// <summary>A figure in every language.</summary>
internal static class LanguageFigures
{
    private const string English = "en";

    /// <summary>The figure of each language; where there are two or more beside English, also their mean and their lowest.</summary>
    /// <param name="languages">The languages of the set.</param>
    /// <param name="set">Name of the set.</param>
    /// <param name="measure">What is measured.</param>
    /// <param name="bootstrap">Makes the intervals; a line is drawn in all languages at once.</param>
    /// <param name="unitOf">What is drawn together, for all rows of the set.</param>
    /// <param name="compute">The figure of one of the languages, for weights of its rows.</param>
    public static IEnumerable<EncoderFigure> Figures(
        this IReadOnlyList<LanguageRows> languages, string set, string measure, Bootstrap bootstrap, int[] unitOf, Func<int, int[], double> compute)
    {
        int[] others = [.. Enumerable.Range(0, languages.Count).Where(place => languages[place].Language != English)];
        var hasMean = others.Length > 1;
        var estimates = bootstrap.Of(unitOf, weights =>
        {
            double[] each = [.. languages.Select((language, place) => compute(place, Array.ConvertAll(language.Places, row => weights[row])))];
            return hasMean ? [.. each, others.Average(place => each[place]), others.Min(place => each[place])] : each;
        });
        for (var place = 0; place < languages.Count; place++)
        {
            yield return new EncoderFigure(set, measure, languages[place].Language, languages[place].Places.Length, estimates[place]);
        }

        if (hasMean)
        {
            var rows = others.Sum(place => languages[place].Places.Length);
            yield return new EncoderFigure(set, $"{measure}, mean of the {others.Length} languages but English", Language: null, rows, estimates[^2]);
            yield return new EncoderFigure(set, $"{measure}, lowest of them", Language: null, rows, estimates[^1]);
        }
    }
}
