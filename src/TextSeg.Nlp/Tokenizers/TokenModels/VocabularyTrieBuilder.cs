namespace TextSeg.Nlp.Tokenizers.TokenModels;

/// <summary>Packs sorted tokens into a double array: breadth first, every family of children at the first place where it fits.</summary>
/// <param name="sorted">Tokens in ordinal order, none empty, no two alike.</param>
internal sealed class VocabularyTrieBuilder(KeyValuePair<string, int>[] sorted)
{
    /// <summary>After so many places that do not fit, a family goes behind all others; keeps building fast.</summary>
    private const int MaxTries = 64;

    private static readonly TrieNode Free = new(0, -1, -1);

    private readonly Queue<(int Place, int First, int End, int Depth)> _open = new();
    private readonly List<(char Unit, int First, int End)> _children = [];
    private TrieNode[] _nodes = [];
    private int _firstFree = 1;
    private int _lastUsed;

    public TrieNode[] Build()
    {
        Grow(Math.Max(1024, sorted.Length * 3));
        _nodes[0] = new TrieNode(0, -2, -1);
        _open.Enqueue((0, 0, sorted.Length, 0));
        while (_open.TryDequeue(out var node))
        {
            ListChildren(node.First, node.End, node.Depth);
            if (_children.Count > 0)
            {
                PlaceChildren(node.Place, node.Depth);
            }
        }

        return _nodes[..(_lastUsed + 1)];
    }

    private void ListChildren(int first, int end, int depth)
    {
        _children.Clear();
        while (first < end)
        {
            var unit = sorted[first].Key[depth];
            var last = first + 1;
            while (last < end && sorted[last].Key[depth] == unit)
            {
                last++;
            }

            _children.Add((unit, first, last));
            first = last;
        }
    }

    private void PlaceChildren(int parent, int depth)
    {
        var start = FindBase();
        _nodes[parent] = _nodes[parent] with { Base = start };
        foreach (var (unit, first, end) in _children)
        {
            var place = start + unit;
            var ends = sorted[first].Key.Length == depth + 1;
            _nodes[place] = new TrieNode(0, parent, ends ? sorted[first].Value : -1);
            _lastUsed = Math.Max(_lastUsed, place);
            var rest = ends ? first + 1 : first;
            if (rest < end)
            {
                _open.Enqueue((place, rest, end, depth + 1));
            }
        }

        while (_firstFree < _nodes.Length && _nodes[_firstFree].Parent != -1)
        {
            _firstFree++;
        }
    }

    private int FindBase()
    {
        var first = _children[0].Unit;
        var width = _children[^1].Unit - first;
        var place = _firstFree;
        for (var tries = 0; ; place++)
        {
            if (place + width >= _nodes.Length)
            {
                Grow(2 * (place + width + 1));
            }

            if (_nodes[place].Parent == -1 && Fits(place - first))
            {
                return place - first;
            }

            if (++tries == MaxTries)
            {
                place = Math.Max(place, _lastUsed);
            }
        }
    }

    private bool Fits(int start)
    {
        foreach (var child in _children)
        {
            if (_nodes[start + child.Unit].Parent != -1)
            {
                return false;
            }
        }

        return true;
    }

    private void Grow(int size)
    {
        var old = _nodes.Length;
        Array.Resize(ref _nodes, size);
        _nodes.AsSpan(old).Fill(Free);
    }
}
