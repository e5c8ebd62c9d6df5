using TextSeg.Nlp.Tokenizers.TokenModels;

namespace TextSeg.Nlp.Tokenizers;

/// <summary>
/// Remembers the tokens of short pieces, as most words of a text were met before. It holds what the model would answer,
/// so results never depend on it; when full it starts anew. Not thread-safe.
/// </summary>
internal sealed class PieceCache
{
    private const int MaxPieces = 32_768;
    private const int MaxLength = 48;

    private readonly Dictionary<string, ModelToken[]> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ModelToken[]>.AlternateLookup<ReadOnlySpan<char>> _knownBySpan;
    private readonly List<ModelToken> _fresh = [];

    public PieceCache() => _knownBySpan = _known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The model's tokens for a piece, valid until the next call.</summary>
    public ReadOnlySpan<ModelToken> Tokenize(TokenModel model, ReadOnlySpan<char> piece)
    {
        var remembers = model.IsWorthRemembering && piece.Length <= MaxLength;
        if (remembers && _knownBySpan.TryGetValue(piece, out var known))
        {
            return known;
        }

        _fresh.Clear();
        model.Tokenize(piece, _fresh);
        if (remembers)
        {
            if (_known.Count >= MaxPieces)
            {
                _known.Clear();
            }

            _knownBySpan[piece] = [.. _fresh];
        }

        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_fresh);
    }
}
