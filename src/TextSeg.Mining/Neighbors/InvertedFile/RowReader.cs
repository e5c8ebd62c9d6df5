namespace TextSeg.Mining.Neighbors.InvertedFile;

/// <summary>Reads rows as floating-point numbers, whether they are kept so or shortened.</summary>
internal sealed class RowReader
{
    private readonly Copy _copy;

    public RowReader(int count, int dimension, Copy copy) => (Count, Dimension, _copy) = (count, dimension, copy);

    public RowReader(VectorTable rows)
        : this(rows.Count, rows.Dimension, rows.Shortened is { } shortened ? shortened.CopyRow : (row, target) => rows[row].CopyTo(target))
    {
    }

    /// <summary>Writes one row's numbers.</summary>
    public delegate void Copy(int row, Span<float> target);

    public int Count { get; }

    public int Dimension { get; }

    /// <summary>Writes rows one after the other.</summary>
    public void CopyRows(ReadOnlySpan<int> rows, float[] target)
    {
        for (var place = 0; place < rows.Length; place++)
        {
            _copy(rows[place], target.AsSpan(place * Dimension, Dimension));
        }
    }

    /// <summary>Some of the rows.</summary>
    public VectorTable Gather(ReadOnlySpan<int> rows)
    {
        var values = new float[checked(rows.Length * Dimension)];
        CopyRows(rows, values);
        return new VectorTable(Dimension, values);
    }

    /// <summary>All rows, at most so many at a time, with the number of the first. A block is to be read before the next is asked for: they share their memory.</summary>
    public IEnumerable<(int First, VectorTable Rows)> Blocks(int most)
    {
        var rows = Enumerable.Range(0, Math.Min(most, Count)).ToArray();
        var values = new float[rows.Length * Dimension];
        for (var first = 0; first < Count; first += most)
        {
            var count = Math.Min(most, Count - first);
            for (var place = 0; place < count; place++)
            {
                rows[place] = first + place;
            }

            Array.Resize(ref values, count * Dimension);
            CopyRows(rows.AsSpan(0, count), values);
            yield return (first, new VectorTable(Dimension, values));
        }
    }
}
