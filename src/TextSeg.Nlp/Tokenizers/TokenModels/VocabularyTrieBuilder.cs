namespace TextSeg.Nlp.Tokenizers.TokenModels;

/// <summary>
/// Packs sorted tokens into a double array, breadth first. A search for room goes on where the last search for a family of that
/// size gave up; the many nodes with a single child fill all holes that larger families leave.
/// </summary>
/// <param name="sorted">Tokens in ordinal order, none empty, no two alike.</param>
/// <param name="codes">A number for every UTF-16 unit; units that stand in tokens have numbers of their own.</param>
internal sealed class VocabularyTrieBuilder(KeyValuePair<string, int>[] sorted, ushort[] codes)
{
    /// <summary>When a search passed so many places, later families of that size begin where it ended; keeps building fast.</summary>
    private const int MaxPassed = 512;

    /// <summary>Families of at least so many children search together.</summary>
    private const int LargeFamily = 16;

    private static readonly TrieNode Free = new(0, -1);

    private readonly Queue<(int Place, int First, int End, int Depth)> _open = new();
    private readonly List<(ushort Code, int First, int End)> _children = [];
    private readonly int[] _searchFrom = [.. Enumerable.Repeat(1, LargeFamily + 1)];
    private TrieNode[] _nodes = [];
    private int[] _ids = [];
    private int _lastUsed;

    /// <summary>The places of the array, and for each the id of the token that ends there, or −1.</summary>
    public (TrieNode[] Nodes, int[] Ids) Build()
    {
        Grow(Math.Max(1024, sorted.Length * 3));
        _nodes[0] = new TrieNode(0, -2);
        _open.Enqueue((0, 0, sorted.Length, 0));
        while (_open.TryDequeue(out var node))
        {
            ListChildren(node.First, node.End, node.Depth);
            if (_children.Count > 0)
            {
                PlaceChildren(node.Place, node.Depth);
            }
        }

        return (_nodes[..(_lastUsed + 1)], _ids[..(_lastUsed + 1)]);
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

            _children.Add((codes[unit], first, last));
            first = last;
        }

        _children.Sort((left, right) => left.Code.CompareTo(right.Code));
    }

    private void PlaceChildren(int parent, int depth)
    {
        var start = FindBase();
        _nodes[parent] = _nodes[parent] with { Base = start };
        foreach (var (code, first, end) in _children)
        {
            var place = start + code;
            var ends = sorted[first].Key.Length == depth + 1;
            _nodes[place] = new TrieNode(0, parent);
            _ids[place] = ends ? sorted[first].Value : -1;
            _lastUsed = Math.Max(_lastUsed, place);
            var rest = ends ? first + 1 : first;
            if (rest < end)
            {
                _open.Enqueue((place, rest, end, depth + 1));
            }
        }
    }

    private int FindBase()
    {
        var first = _children[0].Code;
        var width = _children[^1].Code - first;
        var size = Math.Min(_children.Count, LargeFamily);
        var place = _searchFrom[size];
        while (!IsRoomAt(place, first, width))
        {
            place++;
        }

        if (size == 1 || place - _searchFrom[size] > MaxPassed)
        {
            _searchFrom[size] = place;
        }

        return place - first;
    }

    private bool IsRoomAt(int place, int first, int width)
    {
        if (place + width >= _nodes.Length)
        {
            Grow(2 * (place + width + 1));
        }

        return _nodes[place].Parent == -1 && Fits(place - first);
    }

    private bool Fits(int start)
    {
        foreach (var child in _children)
        {
            if (_nodes[start + child.Code].Parent != -1)
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
        Array.Resize(ref _ids, size);
        _nodes.AsSpan(old).Fill(Free);
        _ids.AsSpan(old).Fill(-1);
    }
}
