namespace TextSeg.Mining.Clustering.Hdbscan;

/// <summary>Items in sets that grow together (union by size, paths halved; Tarjan and van Leeuwen 1984).</summary>
internal sealed class DisjointSets
{
    private readonly int[] _parent;
    private readonly int[] _size;

    public DisjointSets(int count)
    {
        _parent = new int[count];
        _size = new int[count];
        Array.Fill(_size, 1);
        for (var item = 0; item < count; item++)
        {
            _parent[item] = item;
        }

        Count = count;
    }

    /// <summary>Number of sets.</summary>
    public int Count { get; private set; }

    /// <summary>The item that stands for the set of <paramref name="item"/>.</summary>
    public int Find(int item)
    {
        while (_parent[item] != item)
        {
            item = _parent[item] = _parent[_parent[item]];
        }

        return item;
    }

    /// <summary>Items in the set that <paramref name="root"/> stands for.</summary>
    public int SizeOf(int root) => _size[root];

    /// <summary>Makes one set of two; false where they were one.</summary>
    public bool Join(int first, int second)
    {
        var (into, from) = (Find(first), Find(second));
        if (into == from)
        {
            return false;
        }

        if (_size[into] < _size[from])
        {
            (into, from) = (from, into);
        }

        _parent[from] = into;
        _size[into] += _size[from];
        Count--;
        return true;
    }
}
