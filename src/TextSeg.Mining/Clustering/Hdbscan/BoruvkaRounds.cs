using TextSeg.Mining.Neighbors;

namespace TextSeg.Mining.Clustering.Hdbscan;

/// <summary>
/// Borůvka's method (1926), as McInnes and Healy 2017 ("Accelerated hierarchical density based clustering", section 4) use it: in every round each component takes
/// its shortest edge to another. Here the neighbour lists stand in for their space trees, which fail at hundreds of dimensions: a row with all its neighbours
/// at home cannot leave by an edge shorter than its last neighbour, so only rows for which that is still too short are compared with all others.
/// The largest component takes no edge of its own: the others come to it, and it is the one whose search would cost most.
/// </summary>
internal sealed class BoruvkaRounds
{
    private readonly NeighborTable _neighbors;
    private readonly float[] _coreCosines;
    private readonly int[] _rankOf;
    private readonly bool _exact;
    private readonly float _leastReach;
    private readonly ForeignSearch _search;
    private readonly DisjointSets _components;
    private readonly int[] _componentOf;
    private readonly float[] _reachBound;
    private readonly ReachabilityEdge[] _best;

    public BoruvkaRounds(VectorTable rows, int[] rankOf, NeighborTable neighbors, float[] coreCosines, bool exact, float leastReach, int threads)
    {
        (_neighbors, _coreCosines, _rankOf, _exact, _leastReach) = (neighbors, coreCosines, rankOf, exact, leastReach);
        _search = new ForeignSearch(rows, coreCosines, rankOf, threads);
        _components = new DisjointSets(rows.Count);
        _componentOf = new int[rows.Count];
        _best = new ReachabilityEdge[rows.Count];
        _reachBound = new float[rows.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            var listed = neighbors.IndicesOf(row).IndexOf(-1) is var end and >= 0 ? end : neighbors.K;
            _reachBound[row] = listed > 0 ? Math.Min(coreCosines[row], neighbors.SimilaritiesOf(row)[listed - 1]) : coreCosines[row];
        }
    }

    /// <summary>Edges found so far.</summary>
    public List<ReachabilityEdge> Edges { get; } = [];

    /// <summary>How often a row was compared with all others.</summary>
    public long SearchedRows { get; private set; }

    /// <summary>One round; false once no component finds an edge.</summary>
    public bool Next(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_components.Count < 2)
        {
            return false;
        }

        var largest = FindComponents();
        AskNeighbors(largest);
        SearchAll(largest, cancellation);
        var before = Edges.Count;
        for (var root = 0; root < _best.Length; root++)
        {
            if (_best[root].Exists && _components.Join(_best[root].First, _best[root].Second))
            {
                Edges.Add(_best[root]);
            }
        }

        return Edges.Count > before;
    }

    private int FindComponents()
    {
        var largest = _components.Find(0);
        for (var row = 0; row < _componentOf.Length; row++)
        {
            var root = _componentOf[row] = _components.Find(row);
            largest = _components.SizeOf(root) > _components.SizeOf(largest) ? root : largest;
        }

        return largest;
    }

    /// <summary>The shortest way out of each component among neighbours, whichever side lists the other.</summary>
    private void AskNeighbors(int largest)
    {
        Array.Fill(_best, ReachabilityEdge.None with { Reach = _leastReach });
        for (var row = 0; row < _componentOf.Length; row++)
        {
            var others = _neighbors.IndicesOf(row);
            var cosines = _neighbors.SimilaritiesOf(row);
            for (var j = 0; j < others.Length && others[j] >= 0; j++)
            {
                var (home, away) = (_componentOf[row], _componentOf[others[j]]);
                if (home != away)
                {
                    var reach = Math.Min(cosines[j], Math.Min(_coreCosines[row], _coreCosines[others[j]]));
                    var edge = new ReachabilityEdge(row, others[j], reach, cosines[j]);
                    Offer(home, largest, edge);
                    Offer(away, largest, edge);
                }
            }
        }
    }

    /// <summary>Compares with all others the rows that may know a shorter way than their neighbours do.</summary>
    private void SearchAll(int largest, CancellationToken cancellation)
    {
        var queries = new List<int>();
        for (var row = 0; row < _componentOf.Length; row++)
        {
            var home = _componentOf[row];
            if (home != largest && _reachBound[row] > _best[home].Reach && (_exact || !_best[home].Exists))
            {
                queries.Add(row);
            }
        }

        var rows = queries.ToArray();
        var found = Array.ConvertAll(rows, row => _best[_componentOf[row]]);
        _search.Improve(rows, _componentOf, found, cancellation);
        for (var i = 0; i < rows.Length; i++)
        {
            _reachBound[rows[i]] = Math.Min(_reachBound[rows[i]], found[i].Reach);
            Offer(_componentOf[rows[i]], largest, found[i]);
        }

        SearchedRows += rows.Length;
    }

    private void Offer(int home, int largest, ReachabilityEdge edge)
    {
        if (home != largest && edge.Exists && edge.Reach >= _leastReach && edge.ComesBefore(_best[home], _rankOf))
        {
            _best[home] = edge;
        }
    }
}
