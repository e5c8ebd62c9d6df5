using TextSeg.Mining.Profiles;

namespace TextSeg.Mining.Segments;

/// <summary>What a difference is about.</summary>
public enum DifferenceKind
{
    /// <summary>A signal of <see cref="SignalTable.Signals"/>.</summary>
    Signal,

    /// <summary>A topic of the reader's level.</summary>
    Topic,

    /// <summary>A language that members write in most.</summary>
    Language,
}

/// <summary>How the members of a segment differ from others in one thing.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Index">The signal, topic or language.</param>
/// <param name="Unit">How the two figures are shown.</param>
/// <param name="Inside">The segment's figure: the mean over members, the median of skewed numbers, the share of members for a language.</param>
/// <param name="Outside">The same of the others.</param>
/// <param name="Effect">Chance that a member inside has more than one outside, minus the chance of less (Cliff's delta), −1 to 1; for a language the difference of the shares.</param>
/// <param name="PValue">Two-sided.</param>
/// <param name="QValue">After the correction for all tests of the run (Benjamini and Hochberg): the expected share of false findings among those as strong.</param>
public sealed record SegmentDifference(DifferenceKind Kind, int Index, SignalUnit Unit, double Inside, double Outside, double Effect, double PValue, double QValue)
{
    /// <summary>Below this <see cref="QValue"/> a difference is shown.</summary>
    public const double Level = 0.01;

    /// <summary>Whether it is more than chance would give.</summary>
    public bool IsSignificant => QValue < Level;

    /// <summary>Inside over outside; infinite when nobody outside has it.</summary>
    public double Lift => Outside > 0 ? Inside / Outside : Inside > 0 ? double.PositiveInfinity : 1;
}
