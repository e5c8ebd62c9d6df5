namespace TextSeg.Nlp.Tokenizers.TokenModels;

/// <summary>
/// Prefix tree over UTF-16 units. The children of a node lie side by side, sorted by their unit, so a step is a short
/// binary search and the whole tree is three flat arrays.
/// </summary>
internal sealed class VocabularyTrie
{
    public const int Root = 0;
    public const int None = -1;

    private readonly char[] _units;
    private readonly int[] _firstChild;
    private readonly int[] _ids;

    public VocabularyTrie(IEnumerable<KeyValuePair<string, int>> tokens)
    {
        var sorted = tokens.Where(token => token.Key.Length > 0).ToArray();
        Array.Sort(sorted, (left, right) => string.CompareOrdinal(left.Key, right.Key));
        var units = new List<char> { '\0' };
        var firstChild = new List<int>();
        var ids = new List<int> { None };
        var open = new Queue<(int First, int End, int Depth)>();
        open.Enqueue((0, sorted.Length, 0));
        while (open.TryDequeue(out var node))
        {
            firstChild.Add(units.Count);
            var (at, end, depth) = node;
            while (at < end)
            {
                var unit = sorted[at].Key[depth];
                var last = at;
                while (last < end && sorted[last].Key[depth] == unit)
                {
                    last++;
                }

                var ended = sorted[at].Key.Length == depth + 1;
                units.Add(unit);
                ids.Add(ended ? sorted[at].Value : None);
                open.Enqueue((ended ? at + 1 : at, last, depth + 1));
                at = last;
            }
        }

        firstChild.Add(units.Count);
        _units = [.. units];
        _firstChild = [.. firstChild];
        _ids = [.. ids];
    }

    /// <summary>The child of a node for a unit, or <see cref="None"/>.</summary>
    public int Step(int node, char unit)
    {
        var low = _firstChild[node];
        var high = _firstChild[node + 1] - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var found = _units[middle];
            if (found == unit)
            {
                return middle;
            }

            if (found < unit)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return None;
    }

    /// <summary>The node reached by a text from a node, or <see cref="None"/>.</summary>
    public int Walk(int node, ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            if (node == None)
            {
                return None;
            }

            node = Step(node, unit);
        }

        return node;
    }

    /// <summary>Id of the token that ends at a node, or <see cref="None"/>.</summary>
    public int IdAt(int node) => _ids[node];
}
