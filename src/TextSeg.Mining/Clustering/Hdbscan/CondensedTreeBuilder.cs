namespace TextSeg.Mining.Clustering.Hdbscan;

/// <summary>Walks a dendrogram from its root, the longest merge first, so that all sums are made in the order of falling distance.</summary>
internal sealed class CondensedTreeBuilder
{
    private readonly SingleLinkageTree _tree;
    private readonly int _minClusterSize;
    private readonly int[] _clusterOf;
    private readonly double[] _departure;
    private readonly List<int> _parent = [];
    private readonly List<double> _birth = [];
    private readonly List<double> _death = [];
    private readonly List<int> _size = [];
    private readonly List<double> _stability = [];

    public CondensedTreeBuilder(SingleLinkageTree tree, int minClusterSize)
    {
        (_tree, _minClusterSize) = (tree, minClusterSize);
        _clusterOf = new int[tree.NodeCount];
        _departure = new double[tree.NodeCount];
        Array.Fill(_departure, double.NaN);
    }

    public CondensedTree Build()
    {
        Array.Fill(_clusterOf, Open(-1, 0, _tree.Rows));
        for (var merge = _tree.Left.Length - 1; merge >= 0; merge--)
        {
            Divide(merge);
        }

        if (_tree.Rows == 1)
        {
            _departure[0] = 0;
        }

        return new CondensedTree(
            [.. _parent], [.. _birth], [.. _death], [.. _size], [.. _stability], _clusterOf[.._tree.Rows], _departure[.._tree.Rows]);
    }

    private void Divide(int merge)
    {
        var (node, left, right) = (_tree.Rows + merge, _tree.Left[merge], _tree.Right[merge]);
        var cluster = _clusterOf[left] = _clusterOf[right] = _clusterOf[node];
        if (!double.IsNaN(_departure[node]))
        {
            _departure[left] = _departure[right] = _departure[node];
            return;
        }

        var density = 1 / _tree.Distance[merge];
        var splits = _tree.SizeOf(left) >= _minClusterSize && _tree.SizeOf(right) >= _minClusterSize;
        foreach (var part in (ReadOnlySpan<int>)[left, right])
        {
            if (splits)
            {
                Leave(cluster, _tree.SizeOf(part), density);
                _clusterOf[part] = Open(cluster, density, _tree.SizeOf(part));
            }
            else if (_tree.SizeOf(part) < _minClusterSize)
            {
                Leave(cluster, _tree.SizeOf(part), density);
                _departure[part] = density;
            }
        }
    }

    private int Open(int parent, double birth, int size)
    {
        _parent.Add(parent);
        _birth.Add(birth);
        _death.Add(birth);
        _size.Add(size);
        _stability.Add(0);
        return _parent.Count - 1;
    }

    private void Leave(int cluster, int rows, double density)
    {
        _stability[cluster] += rows * (density - _birth[cluster]);
        _death[cluster] = density;
    }
}
