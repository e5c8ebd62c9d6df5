namespace TextSeg.Engine.Evaluation;

/// <summary>How well what was planted in one sample was found.</summary>
/// <param name="Seed">Seed of the sample.</param>
/// <param name="Segments">Segments found.</param>
/// <param name="Smallest">The planted segment with the smallest share of the members.</param>
/// <param name="SmallestF1">Its F1 over members who wrote enough to be placed.</param>
/// <param name="SmallestF1WithQuiet">The same with quiet members counted as missed.</param>
/// <param name="F1">F1 of each planted segment.</param>
public sealed record SampleScore(int Seed, int Segments, string Smallest, double SmallestF1, double SmallestF1WithQuiet, IReadOnlyDictionary<string, double> F1)
{
    /// <summary>How well planted moods, intents and urgencies were read; empty where posts were not read.</summary>
    public IReadOnlyList<ReadingScore> Readings { get; init; } = [];
}
