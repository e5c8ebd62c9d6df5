namespace TextSeg.Mining.Neighbors.InvertedFile;

/// <summary>The rows of each list, in rising order, all in one array.</summary>
internal sealed class RowsByList
{
    private readonly int[] _starts;
    private readonly int[] _rows;

    /// <param name="nearest">Some lists of each of many rows, one row after the other.</param>
    /// <param name="stride">Lists noted for each row.</param>
    /// <param name="first">The number of the first row.</param>
    /// <param name="lists">Number of lists.</param>
    public RowsByList(ushort[] nearest, int stride, int first, int lists)
    {
        _starts = new int[lists + 1];
        _rows = new int[nearest.Length];
        foreach (var list in nearest)
        {
            _starts[list + 1]++;
        }

        for (var list = 0; list < lists; list++)
        {
            _starts[list + 1] += _starts[list];
        }

        var next = _starts.AsSpan(0, lists).ToArray();
        for (var place = 0; place < nearest.Length; place++)
        {
            _rows[next[nearest[place]]++] = first + (place / stride);
        }
    }

    /// <summary>The rows of one list.</summary>
    public ReadOnlySpan<int> this[int list] => _rows.AsSpan(_starts[list].._starts[list + 1]);
}
