namespace TextSeg.Nlp.Tokenizers.TokenModels;

/// <summary>
/// Prefix tree over UTF-16 units as a double array (Aoe 1989): the child of a node for a unit lies at the node's base plus the
/// unit, and belongs to the node if it says so. A step is one look into memory.
/// </summary>
internal sealed class VocabularyTrie
{
    public const int Root = 0;
    public const int None = -1;

    private readonly TrieNode[] _nodes;

    /// <param name="tokens">Tokens and ids; empty tokens are left out.</param>
    public VocabularyTrie(IEnumerable<KeyValuePair<string, int>> tokens)
    {
        var sorted = tokens.Where(token => token.Key.Length > 0).ToArray();
        Array.Sort(sorted, (left, right) => string.CompareOrdinal(left.Key, right.Key));
        _nodes = new VocabularyTrieBuilder(sorted).Build();
    }

    /// <summary>The child of a node for a unit, or <see cref="None"/>.</summary>
    public int Step(int node, char unit)
    {
        var child = _nodes[node].Base + unit;
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
    public int IdAt(int node) => _nodes[node].Id;
}

/// <summary>One place of the double array.</summary>
/// <param name="Base">Where the node's children are counted from; may be negative.</param>
/// <param name="Parent">Place of the parent; −1 for a free place, −2 for the root.</param>
/// <param name="Id">Id of the token that ends here, or −1.</param>
internal readonly record struct TrieNode(int Base, int Parent, int Id);
