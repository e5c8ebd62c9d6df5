namespace TextSeg.Nlp.Tokenizers.TokenModels;

/// <summary>Tokens and their ids, both ways. A token listed twice keeps its last id.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _ids;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _idsBySpan;
    private readonly string?[] _tokens;

    public Vocabulary(IEnumerable<KeyValuePair<string, int>> tokens)
    {
        _ids = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (token, id) in tokens)
        {
            _ids[token] = id;
        }

        _idsBySpan = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        _tokens = new string?[_ids.Count == 0 ? 0 : _ids.Values.Max() + 1];
        foreach (var (token, id) in _ids)
        {
            _tokens[id] = token;
        }
    }

    /// <summary>Number of different tokens.</summary>
    public int Count => _ids.Count;

    /// <summary>All tokens with their ids, in no order to rely on.</summary>
    public IEnumerable<KeyValuePair<string, int>> Tokens => _ids;

    public bool TryFind(ReadOnlySpan<char> token, out int id) => _idsBySpan.TryGetValue(token, out id);

    /// <summary>The id, or null where the token is not in the vocabulary.</summary>
    public int? Find(string? token) => token is not null && _ids.TryGetValue(token, out var id) ? id : null;

    /// <summary>The token, or null where no token has the id.</summary>
    public string? TokenOf(int id) => id >= 0 && id < _tokens.Length ? _tokens[id] : null;

    /// <summary>Ids of the tokens &lt;0x00&gt; to &lt;0xFF&gt; that stand for single bytes; null where one is missing.</summary>
    public int?[] ByteTokens() => [.. Enumerable.Range(0, 256).Select(value => Find($"<0x{value:X2}>"))];
}
