using TextSeg.Mining.Neighbors;

namespace TextSeg.Mining.Tests.Neighbors;

/// <summary>The plain definition: all products, one number after the other, then a sort.</summary>
internal static class NaiveNeighbors
{
    public static NeighborTable Find(VectorTable table, int k) => Search(table, table, k, (query, row) => query != row);

    public static NeighborTable Search(VectorTable queries, VectorTable table, int k, Func<int, int, bool> allowed)
    {
        var indices = new int[queries.Count * k];
        var similarities = new float[queries.Count * k];
        Array.Fill(indices, -1);
        for (var query = 0; query < queries.Count; query++)
        {
            var ranked = Enumerable.Range(0, table.Count).Where(row => allowed(query, row))
                .Select(row => (Row: row, Similarity: Dot(queries[query], table[row])))
                .OrderByDescending(pair => pair.Similarity).ThenBy(pair => pair.Row).Take(k).ToArray();
            for (var place = 0; place < ranked.Length; place++)
            {
                (indices[(query * k) + place], similarities[(query * k) + place]) = ranked[place];
            }
        }

        return new NeighborTable(k, indices, similarities);
    }

    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = 0f;
        for (var i = 0; i < left.Length; i++)
        {
            sum = MathF.FusedMultiplyAdd(left[i], right[i], sum);
        }

        return sum;
    }
}
