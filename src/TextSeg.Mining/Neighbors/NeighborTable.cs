namespace TextSeg.Mining.Neighbors;

/// <summary>The nearest rows of every row, nearest first; a row is never its own neighbour.</summary>
/// <param name="K">Neighbours per row.</param>
/// <param name="Indices">Rows × K row numbers; −1 where there are fewer than K others. Ties go to the lower row number.</param>
/// <param name="Similarities">Rows × K cosines, falling along a row; 0 where the index is −1.</param>
public sealed record NeighborTable(int K, int[] Indices, float[] Similarities)
{
    /// <summary>Number of rows.</summary>
    public int Count => Indices.Length / K;

    /// <summary>The neighbours of one row.</summary>
    public ReadOnlySpan<int> IndicesOf(int row) => Indices.AsSpan(row * K, K);

    /// <summary>The cosines of one row's neighbours.</summary>
    public ReadOnlySpan<float> SimilaritiesOf(int row) => Similarities.AsSpan(row * K, K);
}
