namespace TextSeg.Mining.Neighbors.InvertedFile;

/// <summary>All that a <see cref="NeighborIndex"/> knows, to be stored and restored.</summary>
/// <param name="Centres">The centre of each list.</param>
/// <param name="Lists">The lists.</param>
/// <param name="Fit">Lists that a look-up visits, what that finds (0 to 1), and the rows there were when this was measured.</param>
/// <param name="Changes">Rows added and removed since.</param>
public sealed record NeighborIndexState(VectorTable Centres, IReadOnlyList<StoredList> Lists, (int Probes, double Recall, int Rows) Fit, int Changes);

/// <summary>One list of an index.</summary>
/// <param name="Ids">The id of each row.</param>
/// <param name="Rows">The rows, at least as many as ids; they may lie in a mapped file that cannot be written.</param>
/// <param name="Limit">Rows from which on the list is to be split.</param>
public sealed record StoredList(long[] Ids, QuantizedRows Rows, int Limit);
