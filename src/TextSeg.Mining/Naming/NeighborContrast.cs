namespace TextSeg.Mining.Naming;

/// <summary>How a segment differs from its nearest neighbour.</summary>
/// <param name="Segment">The neighbour.</param>
/// <param name="Similarity">Cosine of the two centres, −1 to 1.</param>
/// <param name="Figures">The strongest differences, inside first.</param>
public sealed record NeighborContrast(int Segment, double Similarity, IReadOnlyList<EvidenceFigure> Figures)
{
    /// <summary>Phrases that tell the neighbour from all others, strongest first.</summary>
    public IReadOnlyList<string> Phrases { get; init; } = [];
}
