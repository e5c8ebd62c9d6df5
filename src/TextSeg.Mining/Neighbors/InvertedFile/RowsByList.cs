namespace TextSeg.Mining.Neighbors.InvertedFile;

/// <summary>The rows of each list, in rising order, all in one array.</summary>
internal sealed class RowsByList
{
    private readonly int[] _starts;
    private readonly int[] _rows;

    /// <param name="nearest">The nearest lists of all rows, nearest first.</param>
    /// <param name="stride">Lists noted for each row.</param>
    /// <param name="used">How many of them count; 1 for the lists where rows are at home.</param>
    /// <param name="first">The first row that counts.</param>
    /// <param name="end">The row after the last.</param>
    /// <param name="lists">Number of lists.</param>
    public RowsByList(ushort[] nearest, int stride, int used, int first, int end, int lists)
    {
        _starts = new int[lists + 1];
        _rows = new int[(end - first) * used];
        for (var row = first; row < end; row++)
        {
            foreach (var list in nearest.AsSpan(row * stride, used))
            {
                _starts[list + 1]++;
            }
        }

        for (var list = 0; list < lists; list++)
        {
            _starts[list + 1] += _starts[list];
        }

        var next = _starts.AsSpan(0, lists).ToArray();
        for (var row = first; row < end; row++)
        {
            foreach (var list in nearest.AsSpan(row * stride, used))
            {
                _rows[next[list]++] = row;
            }
        }
    }

    /// <summary>The rows of one list.</summary>
    public ReadOnlySpan<int> this[int list] => _rows.AsSpan(_starts[list].._starts[list + 1]);
}
