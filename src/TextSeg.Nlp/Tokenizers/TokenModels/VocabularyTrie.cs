namespace TextSeg.Nlp.Tokenizers.TokenModels;

/// <summary>
/// Prefix tree over UTF-16 units as a double array (Aoe 1989): the child of a node for a unit lies at the node's base plus the
/// unit's code, and belongs to the node if it says so. A step is one look into memory. Frequent units have small codes, which
/// keeps families of children narrow and the array full: the fewer places there are, the more of them stay in the processor's cache.
/// </summary>
internal sealed class VocabularyTrie
{
    public const int Root = 0;
    public const int None = -1;

    private readonly ushort[] _codes;
    private readonly TrieNode[] _nodes;
    private readonly int[] _ids;

    /// <param name="tokens">Tokens and ids; empty tokens are left out.</param>
    public VocabularyTrie(IEnumerable<KeyValuePair<string, int>> tokens)
    {
        var sorted = tokens.Where(token => token.Key.Length > 0).ToArray();
        Array.Sort(sorted, (left, right) => string.CompareOrdinal(left.Key, right.Key));
        _codes = CodesByFrequency(sorted);
        (_nodes, _ids) = new VocabularyTrieBuilder(sorted, _codes).Build();
    }

    /// <summary>Places of the array, empty ones included; at least the number of different beginnings of tokens.</summary>
    public int Places => _nodes.Length;

    /// <summary>The child of a node for a unit, or <see cref="None"/>.</summary>
    public int Step(int node, char unit)
    {
        var child = _nodes[node].Base + _codes[unit];
        return (uint)child < (uint)_nodes.Length && _nodes[child].Parent == node ? child : None;
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

    /// <summary>A code for every unit: 0 for the most frequent one; all units that no token holds share the last code.</summary>
    private static ushort[] CodesByFrequency(KeyValuePair<string, int>[] tokens)
    {
        var counts = new int[char.MaxValue + 1];
        foreach (var (token, _) in tokens)
        {
            foreach (var unit in token)
            {
                counts[unit]++;
            }
        }

        var codes = new ushort[counts.Length];
        var known = Enumerable.Range(0, counts.Length).Where(unit => counts[unit] > 0).OrderByDescending(unit => counts[unit]).ToArray();
        Array.Fill(codes, (ushort)Math.Min(known.Length, char.MaxValue));
        for (var code = 0; code < known.Length; code++)
        {
            codes[known[code]] = (ushort)code;
        }

        return codes;
    }
}

/// <summary>One place of the double array.</summary>
/// <param name="Base">Where the node's children are counted from; may be negative.</param>
/// <param name="Parent">Place of the parent; −1 for a free place, −2 for the root.</param>
internal readonly record struct TrieNode(int Base, int Parent);
