namespace TextSeg.Mining.Naming;

/// <summary>Something a statement says that a figure can prove or refute.</summary>
/// <param name="Signal">The signal it is about, one of <see cref="Profiles.SignalNames"/>; null for a language.</param>
/// <param name="Direction">1 where it says more than others, −1 where less.</param>
/// <param name="Language">English name of the language it speaks of; null for a signal.</param>
/// <param name="Words">The words that say so.</param>
public sealed record FigureClaim(string? Signal, int Direction, string? Language, string Words)
{
    /// <summary>Other signals that show the same where <see cref="Signal"/> does not: answers by the links of a thread, or by what a post says.</summary>
    public IReadOnlyList<(string Signal, int Direction)> Or { get; init; } = [];

    /// <summary>Whether it says what they want or feel: only posts whose moods and intents were read can show or refute it.</summary>
    public bool NeedsReading { get; init; }

    /// <summary>Whether the segment's figures show it: a difference that is more than chance, in the direction said.</summary>
    public bool IsShownBy(SegmentEvidence evidence) => Language is { } language
        ? string.Equals(evidence.Language, language, StringComparison.OrdinalIgnoreCase)
        : Or.Prepend((Signal!, Direction)).Any(one => evidence.Claimable.FirstOrDefault(figure => figure.What == one.Item1) is { } found && Math.Sign(found.Effect) == one.Item2);
}
