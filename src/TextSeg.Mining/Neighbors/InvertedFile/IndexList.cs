namespace TextSeg.Mining.Neighbors.InvertedFile;

/// <summary>The rows of one list, shortened, with their ids. A row that is removed gives its place to the last one.</summary>
internal sealed class IndexList(int dimension, int limit)
{
    private const int FirstRoom = 16;
    private QuantizedRows _rows = QuantizedRows.InMemory(FirstRoom, dimension);
    private long[] _ids = new long[FirstRoom];
    private bool _isStored;

    /// <summary>A list as it was stored. Its rows stay where they are until one of them is to change.</summary>
    public static IndexList Of(StoredList stored) => new(stored.Rows.Dimension, stored.Limit)
    {
        _rows = stored.Rows, _ids = stored.Ids, Count = stored.Ids.Length, _isStored = true,
    };

    /// <summary>The list to be stored.</summary>
    public StoredList Store() => new(Ids.ToArray(), _rows, Limit);

    /// <summary>Rows from which on the list is to be split.</summary>
    public int Limit { get; set; } = limit;

    /// <summary>Number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>The ids of the rows.</summary>
    public ReadOnlySpan<long> Ids => _ids.AsSpan(0, Count);

    /// <summary>Adds a row and returns its place.</summary>
    public int Add(long id, ReadOnlySpan<float> row)
    {
        if (_isStored || Count == _ids.Length)
        {
            Move(Math.Max(FirstRoom, Count * 2));
        }

        _ids[Count] = id;
        _rows.Set(Count, row);
        return Count++;
    }

    /// <summary>Removes a row and returns the id of the row that took its place; null if none did.</summary>
    public long? RemoveAt(int place)
    {
        if (_isStored)
        {
            Move(Count);
        }

        Count--;
        if (place == Count)
        {
            return null;
        }

        _ids[place] = _ids[Count];
        _rows.SetCodes(place, _rows.CodesOf(Count), _rows.ScaleOf(Count));
        return _ids[place];
    }

    /// <summary>Writes a row's numbers.</summary>
    public void CopyRow(int place, Span<float> target) => _rows.CopyRow(place, target);

    private void Move(int room)
    {
        var wider = QuantizedRows.InMemory(room, dimension);
        for (var place = 0; place < Count; place++)
        {
            wider.SetCodes(place, _rows.CodesOf(place), _rows.ScaleOf(place));
        }

        var ids = new long[room];
        Ids.CopyTo(ids);
        (_rows, _ids, _isStored) = (wider, ids, false);
    }

    /// <summary>All rows.</summary>
    public VectorTable ToTable() => _rows.Gather([.. Enumerable.Range(0, Count)]);
}
