using System.Buffers;

namespace TextSeg.Nlp.Tokenizers.TokenModels;

/// <summary>
/// Unigram language model: the cut with the highest sum of log probabilities (Kudo 2018, Subword Regularization, section 3.2),
/// found by the Viterbi algorithm in one pass; of equal sums the one met first stays, as in the reference code.
/// </summary>
internal sealed partial class UnigramModel : TokenModel
{
    /// <summary>An unknown character scores this much less than the worst token; the constant of SentencePiece.</summary>
    private const double UnknownPenalty = 10.0;

    /// <summary>UTF-16 units below which the path lies on the stack.</summary>
    private const int ShortPiece = 64;

    private readonly VocabularyTrie _trie;
    private readonly double[] _scores;
    private readonly int? _unknown;
    private readonly double _unknownScore;
    private readonly int?[]? _byteTokens;

    /// <param name="vocabulary">Tokens and ids; the id is the index in <paramref name="scores"/>.</param>
    /// <param name="scores">Log probability of every id.</param>
    /// <param name="unknown">Id of the unknown token; null where the model has none.</param>
    /// <param name="byteFallback">Write unknown text as tokens of single bytes, where the vocabulary has them.</param>
    public UnigramModel(Vocabulary vocabulary, double[] scores, int? unknown, bool byteFallback)
        : base(vocabulary)
    {
        _trie = new VocabularyTrie(vocabulary.Tokens);
        _scores = scores;
        _unknown = unknown;
        _unknownScore = scores.Min() - UnknownPenalty;
        _byteTokens = byteFallback ? vocabulary.ByteTokens() : null;
    }

    public override void Tokenize(ReadOnlySpan<char> piece, List<ModelToken> tokens)
    {
        if (piece.Length < ShortPiece)
        {
            Span<Arc> path = stackalloc Arc[ShortPiece];
            Tokenize(piece, path[..(piece.Length + 1)], tokens);
            return;
        }

        var rented = ArrayPool<Arc>.Shared.Rent(piece.Length + 1);
        Tokenize(piece, rented.AsSpan(0, piece.Length + 1), tokens);
        ArrayPool<Arc>.Shared.Return(rented);
    }

    private void Tokenize(ReadOnlySpan<char> piece, Span<Arc> path, List<ModelToken> tokens)
    {
        FindBestPath(piece, path);
        WritePath(piece, path, tokens);
    }

    private void FindBestPath(ReadOnlySpan<char> piece, Span<Arc> path)
    {
        path.Fill(new Arc(0, -1, 0));
        for (var start = 0; start < piece.Length;)
        {
            var soFar = path[start].Score;
            var character = char.IsHighSurrogate(piece[start]) ? 2 : 1;
            var known = false;
            var node = VocabularyTrie.Root;
            for (var end = start; end < piece.Length && (node = _trie.Step(node, piece[end])) != VocabularyTrie.None;)
            {
                end++;
                if (_trie.IdAt(node) is var id and not VocabularyTrie.None)
                {
                    Offer(ref path[end], new Arc(id, start, _scores[id] + soFar));
                    known |= end - start == character;
                }
            }

            if (!known)
            {
                var unknown = _unknown ?? throw new InvalidDataException("The text holds characters that the Unigram model does not know, and the model has no unknown token (unk_id).");
                Offer(ref path[start + character], new Arc(unknown, start, _unknownScore + soFar));
            }

            start += character;
        }
    }

    private static void Offer(ref Arc best, Arc arc)
    {
        if (best.Start < 0 || arc.Score > best.Score)
        {
            best = arc;
        }
    }

    /// <summary>The last token of the best cut that ends at a place.</summary>
    private readonly record struct Arc(int Id, int Start, double Score);
}
