namespace TextSeg.Mining.Neighbors;

/// <summary>Neighbours with a word on how many of the true ones they are.</summary>
/// <param name="Table">The neighbours.</param>
/// <param name="Recall">Share of the true 15 nearest rows (k where that is less) among those found, measured on a sample of rows against a look at all; 1 for an exact search.</param>
/// <param name="IsExact">Whether every pair of rows was looked at.</param>
public sealed record FoundNeighbors(NeighborTable Table, double Recall, bool IsExact);
