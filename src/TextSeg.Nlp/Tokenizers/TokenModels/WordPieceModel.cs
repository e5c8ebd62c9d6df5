namespace TextSeg.Nlp.Tokenizers.TokenModels;

/// <summary>
/// WordPiece: the longest token that begins the word, then the longest that goes on, and so forth; a word that cannot be
/// covered is one unknown token (Devlin et al. 2019, BERT, appendix A.2; greedy as in its published code).
/// </summary>
internal sealed class WordPieceModel : TokenModel
{
    private readonly VocabularyTrie _trie;
    private readonly int _continuation;
    private readonly int _unknown;
    private readonly int _maxCharacters;

    /// <param name="vocabulary">Tokens and ids.</param>
    /// <param name="unknownToken">In the vocabulary.</param>
    /// <param name="continuingPrefix">Marks tokens that do not begin a word; "##" by default.</param>
    /// <param name="maxCharacters">Longer words, in code points, are unknown; 100 by default.</param>
    /// <exception cref="InvalidDataException">The unknown token is not in the vocabulary.</exception>
    public WordPieceModel(Vocabulary vocabulary, string unknownToken, string continuingPrefix, int maxCharacters)
        : base(vocabulary)
    {
        _trie = new VocabularyTrie(vocabulary.Tokens);
        _continuation = _trie.Walk(VocabularyTrie.Root, continuingPrefix);
        _maxCharacters = maxCharacters;
        _unknown = vocabulary.Find(unknownToken) ?? throw new InvalidDataException(
            $"The WordPiece model names '{unknownToken}' as its unknown token, but the vocabulary lacks it. Add the token to the vocabulary.");
    }

    /// <summary>False: a few steps in a small tree take half the time of a look-up.</summary>
    public override bool IsWorthRemembering => false;

    public override void Tokenize(ReadOnlySpan<char> piece, List<ModelToken> tokens)
    {
        var first = tokens.Count;
        if (!IsTooLong(piece))
        {
            var start = 0;
            while (start < piece.Length && Longest(piece[start..], start == 0 ? VocabularyTrie.Root : _continuation) is { Length: > 0 } found)
            {
                tokens.Add(new ModelToken(found.Id, start, start + found.Length));
                start += found.Length;
            }

            if (start == piece.Length)
            {
                return;
            }
        }

        tokens.RemoveRange(first, tokens.Count - first);
        tokens.Add(new ModelToken(_unknown, 0, piece.Length));
    }

    private (int Id, int Length) Longest(ReadOnlySpan<char> text, int node)
    {
        var best = (Id: VocabularyTrie.None, Length: 0);
        for (var i = 0; i < text.Length && node != VocabularyTrie.None; i++)
        {
            node = _trie.Step(node, text[i]);
            if (node != VocabularyTrie.None && _trie.IdAt(node) is var id and not VocabularyTrie.None)
            {
                best = (id, i + 1);
            }
        }

        return best;
    }

    private bool IsTooLong(ReadOnlySpan<char> piece)
    {
        if (piece.Length <= _maxCharacters)
        {
            return false;
        }

        var characters = 0;
        foreach (var unit in piece)
        {
            characters += char.IsLowSurrogate(unit) ? 0 : 1;
        }

        return characters > _maxCharacters;
    }
}
