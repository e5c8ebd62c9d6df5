namespace TextSeg.Nlp.Classifiers;

/// <summary>One question that a classifier answers.</summary>
/// <param name="Name">What the labels are about, such as "sentiment".</param>
/// <param name="Labels">The labels, in the order of <see cref="HeadReading.Probabilities"/>.</param>
public sealed record ClassifierHead(string Name, IReadOnlyList<string> Labels)
{
    /// <summary>Given in place of a label by a head that is not sure.</summary>
    public const string Unsure = "unsure";

    /// <summary>A label that says that none of the others holds; it is given only alone: where it is further above its threshold than any other.</summary>
    public const string Neutral = "neutral";

    /// <summary>False: one label holds and the probabilities sum to 1. True: each label holds or not by itself.</summary>
    public bool HasSeveral { get; init; }

    /// <summary>With <see cref="HasSeveral"/>: the lowest probability at which each label is given; empty = 0.5.</summary>
    public IReadOnlyList<float> Thresholds { get; init; } = [];

    /// <summary>The answer is <see cref="Unsure"/> where the likeliest label is less likely than this.</summary>
    public float UnsureBelow { get; init; }

    /// <summary>Weight of each sign, added to the log-odds for each time it is found in the text.</summary>
    public IReadOnlyDictionary<string, double> Signs { get; init; } = new Dictionary<string, double>();

    /// <summary>
    /// The labels to show. One of all: the likeliest. Several: those at or above their thresholds, the likeliest first; where there are none, the
    /// likeliest. A likeliest label below <see cref="UnsureBelow"/> becomes <see cref="Unsure"/>, with its probability.
    /// </summary>
    public IReadOnlyList<LabelReading> Decide(HeadReading reading)
    {
        if (HasSeveral && Given(reading) is { Count: > 0 } given)
        {
            return given;
        }

        var likeliest = reading.Likeliest;
        var probability = reading.Probabilities[likeliest];
        return [new LabelReading(probability < UnsureBelow ? Unsure : Labels[likeliest], probability)];
    }

    private List<LabelReading> Given(HeadReading reading)
    {
        var given = Enumerable.Range(0, Labels.Count).Where(label => Margin(reading, label) >= 0).OrderByDescending(label => reading.Probabilities[label]).ToList();
        if (given.Count > 1)
        {
            var isNeutral = Labels[given.MaxBy(label => Margin(reading, label))] == Neutral;
            given.RemoveAll(label => Labels[label] == Neutral != isNeutral);
        }

        return [.. given.Select(label => new LabelReading(Labels[label], reading.Probabilities[label]))];
    }

    // Thresholds of rare labels are low, so probabilities alone do not compare; log-odds above the threshold do.
    private double Margin(HeadReading reading, int label) =>
        PostReader.LogOdds(reading.Probabilities[label]) - PostReader.LogOdds(Thresholds.Count == 0 ? 0.5 : Thresholds[label]);
}

/// <summary>A label and how likely it is, 0 to 1.</summary>
public readonly record struct LabelReading(string Label, float Probability);
