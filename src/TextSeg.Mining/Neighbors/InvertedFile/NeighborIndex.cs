using TextSeg.Mining.Clustering;

namespace TextSeg.Mining.Neighbors.InvertedFile;

/// <summary>
/// Rows under ids that come, change and go, with a quick look-up of the nearest: an inverted file that grows. A list that has become too long is split in two around new centres;
/// other rows stay where they are, and the number of lists a query visits is read off a sample again whenever the index has changed by half
/// (splitting in place: Xu et al. 2023, "SPFresh: incremental in-place update for billion-scale vector search", section 3; its moving of rows between lists is left out).
/// Rows are kept as signed bytes. The same calls in the same order give the same answers at any number of threads. Only one thread may use it at a time.
/// </summary>
public sealed class NeighborIndex
{
    private const int BlockRows = 1024;
    private const int SplitIterations = 6;
    private readonly int _dimension;
    private readonly NeighborIndexOptions _options;
    private readonly Dictionary<long, (int List, int Place)> _places = [];
    private readonly List<IndexList> _lists = [];
    private readonly List<float[]> _centres = [];
    private VectorTable? _centreTable;
    private (int Probes, double Recall, int Rows) _fit = (1, 1, 0);
    private int _changes;

    /// <param name="dimension">Numbers in a row, at least 1.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public NeighborIndex(int dimension, NeighborIndexOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        _dimension = dimension;
        _options = options ?? new NeighborIndexOptions();
        _options.Validate();
    }

    /// <summary>Number of rows.</summary>
    public int Count => _places.Count;

    /// <summary>Share of the true 15 nearest rows that look-ups find, measured on a sample of the rows when the index had last changed by half.</summary>
    public double Recall
    {
        get
        {
            FitIfChanged();
            return _fit.Recall;
        }
    }

    private VectorTable Centres => _centreTable ??= new VectorTable(_dimension, [.. _centres.SelectMany(centre => centre)]);

    /// <summary>All that the index knows; it is fitted to its rows first.</summary>
    public NeighborIndexState Store()
    {
        FitIfChanged();
        return new NeighborIndexState(Centres, [.. _lists.Select(list => list.Store())], _fit, _changes);
    }

    /// <summary>An index as it was stored. Stored rows are read where they lie, and copied when their list changes.</summary>
    /// <param name="state">What was stored.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    public static NeighborIndex Restore(NeighborIndexState state, NeighborIndexOptions? options = null)
    {
        var index = new NeighborIndex(state.Centres.Dimension, options) { _fit = state.Fit, _changes = state.Changes };
        for (var list = 0; list < state.Lists.Count; list++)
        {
            index._lists.Add(IndexList.Of(state.Lists[list]));
            index._centres.Add(state.Centres[list].ToArray());
            for (var place = 0; place < state.Lists[list].Ids.Length; place++)
            {
                index._places[state.Lists[list].Ids[place]] = (list, place);
            }
        }

        return index;
    }

    /// <summary>Adds rows; one whose id is already there takes the old one's place, and of an id given twice the last row stays.</summary>
    /// <param name="ids">The id of each row.</param>
    /// <param name="unitRows">Rows of length 1.</param>
    /// <exception cref="ArgumentException">There are not as many ids as rows, the dimension differs, or a row is not finite; nothing is added.</exception>
    public void Add(ReadOnlySpan<long> ids, VectorTable unitRows)
    {
        if (ids.Length != unitRows.Count || unitRows.Dimension != _dimension)
        {
            throw new ArgumentException($"{ids.Length} ids and {unitRows.Count} rows of {unitRows.Dimension} numbers do not fit an index of {_dimension} numbers; give one id a row.", nameof(ids));
        }

        ExactNeighbors.RequireFinite(unitRows);
        for (var first = 0; first < ids.Length; first += BlockRows)
        {
            var count = Math.Min(BlockRows, ids.Length - first);
            var block = new VectorTable(_dimension, unitRows.Values.AsSpan(first * _dimension, count * _dimension).ToArray());
            AddBlock(ids.Slice(first, count), block);
        }
    }

    /// <summary>Removes rows; ids that are not there are passed over.</summary>
    public void Remove(ReadOnlySpan<long> ids)
    {
        foreach (var id in ids)
        {
            if (_places.Remove(id, out var at))
            {
                _changes++;
                if (_lists[at.List].RemoveAt(at.Place) is { } moved)
                {
                    _places[moved] = at;
                }
            }
        }
    }

    /// <summary>The nearest rows, nearest first, ties by the lower id; fewer than <paramref name="k"/> where fewer were met. Now and then it fits the index anew first, which reads all rows.</summary>
    /// <param name="unitQuery">A row of length 1.</param>
    /// <param name="k">Rows wanted, at least 1.</param>
    /// <exception cref="ArgumentException">The query has another length or is not finite.</exception>
    public IReadOnlyList<(long Id, float Cosine)> Nearest(ReadOnlySpan<float> unitQuery, int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        if (_lists.Count == 0)
        {
            return [];
        }

        FitIfChanged();
        var found = new List<(long Id, float Cosine)>();
        var row = new float[_dimension];
        foreach (var list in ExactNeighbors.Search(new VectorTable(unitQuery.Length, unitQuery.ToArray()), Centres, _fit.Probes).Indices)
        {
            for (var place = 0; place < _lists[list].Count; place++)
            {
                _lists[list].CopyRow(place, row);
                found.Add((_lists[list].Ids[place], SpanDot.Dot(unitQuery, row)));
            }
        }

        return [.. found.OrderByDescending(hit => hit.Cosine).ThenBy(hit => hit.Id).Take(k)];
    }

    private void AddBlock(ReadOnlySpan<long> ids, VectorTable block)
    {
        if (_lists.Count == 0)
        {
            Open(block[0]);
        }

        Remove(ids);
        var home = ExactNeighbors.Search(block, Centres, 1, null, Threads.Count(_options.Threads)).Indices;
        for (var row = 0; row < ids.Length; row++)
        {
            Remove(ids.Slice(row, 1));
            Put(home[row], ids[row], block[row]);
        }

        _changes += ids.Length;
        for (var list = 0; list < _lists.Count; list++)
        {
            while (_lists[list].Count > _lists[list].Limit)
            {
                Split(list);
            }
        }
    }

    private void Put(int list, long id, ReadOnlySpan<float> row) => _places[id] = (list, _lists[list].Add(id, row));

    private void Open(ReadOnlySpan<float> centre)
    {
        _lists.Add(new IndexList(_dimension, _options.ListRows));
        _centres.Add(centre.ToArray());
        _centreTable = null;
    }

    /// <summary>Two lists in place of one. Rows that cannot be told apart stay together, in a list that may become twice as long.</summary>
    private void Split(int list)
    {
        var old = _lists[list];
        var rows = old.ToTable();
        var centres = Codebook.Train(rows, 2, SplitIterations, 1, null, default);
        var home = Codebook.Nearest(new RowReader(rows), 0, rows.Count, centres, 1, 1, null, default);
        if (centres.Count < 2 || !home.Contains((ushort)1) || !home.Contains((ushort)0))
        {
            old.Limit *= 2;
            return;
        }

        _lists[list] = new IndexList(_dimension, _options.ListRows);
        _centres[list] = centres[0].ToArray();
        Open(centres[1]);
        for (var row = 0; row < rows.Count; row++)
        {
            Put(home[row] == 0 ? list : _lists.Count - 1, old.Ids[row], rows[row]);
        }
    }

    private void FitIfChanged()
    {
        if (_changes > 0 && _changes >= _fit.Rows / 2)
        {
            _fit = IndexFit.Measure(_lists, Centres, _options);
            _changes = 0;
        }
    }
}
