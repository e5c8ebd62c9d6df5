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

    /// <summary>All rows, at most so many at a time, with the number of the first.</summary>
    /// <inheritdoc cref="Blocks(int, int, int)"/>
    public IEnumerable<(int First, VectorTable Rows)> Blocks(int most) => Blocks(most, 0, Count);

    /// <summary>The rows from one to before another, at most so many at a time, with the number of the first.</summary>
    /// <remarks>A block is to be read before the next is asked for: they share their memory.</remarks>
    public IEnumerable<(int First, VectorTable Rows)> Blocks(int most, int from, int end)
    {
        var values = Array.Empty<float>();
        for (var first = from; first < end; first += most)
        {
            var count = Math.Min(most, end - first);
            if (values.Length != count * Dimension)
            {
                values = new float[count * Dimension];
            }

            for (var place = 0; place < count; place++)
            {
                _copy(first + place, values.AsSpan(place * Dimension, Dimension));
            }

            yield return (first, new VectorTable(Dimension, values));
        }
    }
}
