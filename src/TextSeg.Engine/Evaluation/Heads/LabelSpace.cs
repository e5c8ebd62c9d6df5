using System.Numerics;
using TextSeg.Engine.Evaluation.Measures;
using TextSeg.Nlp.Classifiers;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Engine.Evaluation.Heads;

/// <summary>
/// The labels of a head as bits of a number, what is true of a row, and what a head answers. A head with a single label, such as frustration,
/// is measured as a choice between that label and "none".
/// </summary>
internal sealed class LabelSpace
{
    /// <summary>No label is true.</summary>
    public const string None = "none";

    private readonly Dictionary<string, int> _places;

    /// <exception cref="InvalidModelException">The head has too many labels.</exception>
    public LabelSpace(ClassifierHead head)
    {
        Head = head;
        Labels = IsBinary ? [head.Labels[0], None] : head.Labels;
        _places = Labels.Select((label, place) => (label, place)).ToDictionary(pair => pair.label, pair => pair.place, StringComparer.OrdinalIgnoreCase);
        if (Labels.Count > LabelCounts.MostLabels)
        {
            throw new InvalidModelException($"The head {head.Name} has {Labels.Count} labels and can be measured with {LabelCounts.MostLabels} at most.");
        }
    }

    public ClassifierHead Head { get; }

    /// <summary>What is measured, in the order of the bits.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Whether one label holds or not.</summary>
    public bool IsBinary => Head.Labels.Count == 1;

    /// <summary>Whether several labels may hold at once.</summary>
    public bool HasSeveral => Head.HasSeveral && !IsBinary;

    /// <summary>All labels.</summary>
    public ulong All => Labels.Count == LabelCounts.MostLabels ? ulong.MaxValue : (1UL << Labels.Count) - 1;

    /// <summary>Whether the head knows a label.</summary>
    public bool Knows(string label) => _places.ContainsKey(label) || IsNone(label);

    /// <summary>What is true of a row; null where it has a label that the head does not know, or not exactly one where one is told.</summary>
    public ulong? Truth(HeadRow row)
    {
        if (!row.Labels.All(Knows))
        {
            return null;
        }

        var truth = Mask(row.Labels);
        truth = IsBinary && truth == 0 ? 1UL << 1 : truth;
        return HasSeveral || BitOperations.PopCount(truth) == 1 ? truth : null;
    }

    /// <summary>The labels that a row's source speaks of.</summary>
    public ulong Judged(HeadRow row) => row.Judged is null || IsBinary ? All : Mask(row.Judged);

    /// <summary>What the head answers.</summary>
    public RowAnswer Answer(HeadReading reading)
    {
        if (IsBinary)
        {
            var probability = reading.Probabilities[0];
            var given = probability >= (Head.Thresholds.Count == 0 ? 0.5f : Head.Thresholds[0]) ? 1UL : 2UL;
            return new RowAnswer(given, given, Math.Max(probability, 1 - probability) >= Head.UnsureBelow, [probability, 1 - probability]);
        }

        var likeliest = 1UL << reading.Likeliest;
        if (!HasSeveral)
        {
            return new RowAnswer(likeliest, likeliest, reading.Probabilities[reading.Likeliest] >= Head.UnsureBelow, reading.Probabilities);
        }

        var labels = Head.Decide(reading);
        return labels[0].Label == ClassifierHead.Unsure
            ? new RowAnswer(0, likeliest, IsSure: false, reading.Probabilities)
            : new RowAnswer(Mask(labels.Select(label => label.Label)), Mask([labels[0].Label]), IsSure: true, reading.Probabilities);
    }

    private bool IsNone(string label) => Head.HasSeveral && label.Equals(None, StringComparison.OrdinalIgnoreCase);

    private ulong Mask(IEnumerable<string> labels) => labels.Aggregate(0UL, (mask, label) => _places.TryGetValue(label, out var place) ? mask | (1UL << place) : mask);
}

/// <summary>What a head answers for one row.</summary>
/// <param name="Given">Labels given: of a head that tells one label the likeliest, sure or not.</param>
/// <param name="First">The likeliest of them.</param>
/// <param name="IsSure">Whether the answer is a label and not "unsure".</param>
/// <param name="Probabilities">One for each label.</param>
internal sealed record RowAnswer(ulong Given, ulong First, bool IsSure, float[] Probabilities);
