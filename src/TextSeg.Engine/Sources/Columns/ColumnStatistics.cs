using System.Globalization;
using TextSeg.Engine.Sources.Times;

namespace TextSeg.Engine.Sources.Columns;

/// <summary>What the sampled values of one column look like. Shares are of the filled values, 0 to 1.</summary>
internal sealed class ColumnStatistics
{
    private const int TimeSample = 200;

    public ColumnStatistics(string name, int index, IReadOnlyList<string?> values)
    {
        (Name, Index) = (name, index);
        var filled = values.Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => value!).ToArray();
        double count = Math.Max(1, filled.Length);
        Filled = filled.Length / (double)Math.Max(1, values.Count);
        var distinct = filled.Distinct(StringComparer.Ordinal).Count();
        (Distinct, DistinctCount) = (distinct / count, distinct);
        MeanLength = filled.Sum(value => Math.Min(value.Length, 2000)) / count;
        Letters = filled.Count(value => value.Any(char.IsLetter)) / count;
        Spaced = filled.Count(value => value.AsSpan().Trim().Contains(' ') || value.Any(IsUnspacedScript)) / count;
        var numbers = filled.Select(Number).OfType<double>().ToArray();
        Numeric = numbers.Length / count;
        (Minimum, Maximum) = numbers.Length == 0 ? (0, 0) : (numbers.Min(), numbers.Max());
        LanguageCodes = filled.Count(LanguageTag.IsLikely) / count;
        Kinds = filled.Count(value => PostKinds.Parse(value) is not null) / count;
        Times = TimeReader.Learn([.. filled.Take(TimeSample)]);
    }

    public string Name { get; }

    public int Index { get; }

    /// <summary>Share of the records that have a value.</summary>
    public double Filled { get; }

    /// <summary>Different values by values.</summary>
    public double Distinct { get; }

    public int DistinctCount { get; }

    /// <summary>Characters, the mean.</summary>
    public double MeanLength { get; }

    /// <summary>Values with a letter.</summary>
    public double Letters { get; }

    /// <summary>Values of more than one word, or in a script without spaces.</summary>
    public double Spaced { get; }

    public double Numeric { get; }

    public double Minimum { get; }

    public double Maximum { get; }

    public double LanguageCodes { get; }

    /// <summary>Values that are a kind of post.</summary>
    public double Kinds { get; }

    public TimeReader Times { get; }

    /// <summary>How much the values look like what people write, 0 to 1: long, different, with words; about 0.5 at 40 characters.</summary>
    public double LooksWritten
    {
        get
        {
            var isTime = Times.Rate > 0.8;
            return isTime || Numeric > 0.5 ? 0 : Letters * Spaced * (0.3 + (0.7 * Distinct)) * (MeanLength / (MeanLength + 40));
        }
    }

    private static double? Number(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsUnspacedScript(char c) => c is >= '\u0E00' and <= '\u0E7F' or >= '\u3040' and <= '\u9FFF';
}
