namespace TextSeg.Mining.Clustering;

/// <summary>How often each pair of labels of two labelings occurs together.</summary>
internal sealed class ContingencyTable
{
    private ContingencyTable(int[] rowSums, int[] columnSums, int[] rows, int[] columns, int[] counts, int total)
        => (RowSums, ColumnSums, Rows, Columns, Counts, Total) = (rowSums, columnSums, rows, columns, counts, total);

    public int[] RowSums { get; }

    public int[] ColumnSums { get; }

    /// <summary>Row, column and count of each cell that is not 0, by row and column.</summary>
    public int[] Rows { get; }

    public int[] Columns { get; }

    public int[] Counts { get; }

    public int Total { get; }

    /// <summary>Counts pairs; labels may be any numbers, −1 with them.</summary>
    public static ContingencyTable Of(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException($"Two labelings of the same items are of one length, not {first.Length} and {second.Length}.");
        }

        var (rowOf, rowCount) = Rename(first);
        var (columnOf, columnCount) = Rename(second);
        var (rowSums, columnSums) = (new int[rowCount], new int[columnCount]);
        var pairs = new long[first.Length];
        for (var i = 0; i < pairs.Length; i++)
        {
            rowSums[rowOf[i]]++;
            columnSums[columnOf[i]]++;
            pairs[i] = ((long)rowOf[i] * columnCount) + columnOf[i];
        }

        Array.Sort(pairs);
        var (rows, columns, counts) = (new List<int>(), new List<int>(), new List<int>());
        for (var i = 0; i < pairs.Length; i++)
        {
            if (i == 0 || pairs[i] != pairs[i - 1])
            {
                rows.Add((int)(pairs[i] / columnCount));
                columns.Add((int)(pairs[i] % columnCount));
                counts.Add(0);
            }

            counts[^1]++;
        }

        return new ContingencyTable(rowSums, columnSums, [.. rows], [.. columns], [.. counts], pairs.Length);
    }

    private static (int[] Names, int Count) Rename(ReadOnlySpan<int> labels)
    {
        var names = new Dictionary<int, int>();
        var renamed = new int[labels.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            if (!names.TryGetValue(labels[i], out var name))
            {
                name = names.Count;
                names.Add(labels[i], name);
            }

            renamed[i] = name;
        }

        return (renamed, names.Count);
    }
}
