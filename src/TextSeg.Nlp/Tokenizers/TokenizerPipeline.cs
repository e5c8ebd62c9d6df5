using TextSeg.Nlp.Tokenizers.AddedTokens;
using TextSeg.Nlp.Tokenizers.Normalizers;
using TextSeg.Nlp.Tokenizers.Pieces;
using TextSeg.Nlp.Tokenizers.PostProcessors;
using TextSeg.Nlp.Tokenizers.PreTokenizers;
using TextSeg.Nlp.Tokenizers.TokenModels;

namespace TextSeg.Nlp.Tokenizers;

/// <summary>The stages of a tokenizer in order: added tokens, normalizer, pre-tokenizer, model; the post-processor comes after truncation.</summary>
internal sealed record TokenizerPipeline(
    AddedTokenFinder RawTokens,
    Normalizer? Normalizer,
    AddedTokenFinder NormalizedTokens,
    PreTokenizer? PreTokenizer,
    TokenModel Model,
    PostProcessor? PostProcessor)
{
    /// <summary>Tokens with their text and offsets.</summary>
    public void Encode(string text, EncodingWorkspace workspace, TokenSequence into)
    {
        var pieces = Prepare(text, workspace);
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (piece.IsToken)
            {
                into.Add(piece.TokenId, pieces.Slice(piece).ToString(), Origin(pieces, piece.Start, piece.End));
                continue;
            }

            foreach (var token in workspace.Cache.Tokenize(Model, pieces.Slice(piece)))
            {
                var shown = token.Verbatim ? null : Model.Vocabulary.TokenOf(token.Id);
                into.Add(
                    token.Id,
                    shown ?? pieces.Slice(piece)[token.Start..token.End].ToString(),
                    Origin(pieces, piece.Start + token.Start, piece.Start + token.End));
            }
        }
    }

    /// <summary>Ids only; stops early once there are enough.</summary>
    public void EncodeIds(string text, EncodingWorkspace workspace, List<int> ids, int maxIds)
    {
        var pieces = Prepare(text, workspace);
        var end = ids.Count + (long)maxIds;
        for (var i = 0; i < pieces.Count && ids.Count < end; i++)
        {
            var piece = pieces[i];
            if (piece.IsToken)
            {
                ids.Add(piece.TokenId);
                continue;
            }

            foreach (var token in workspace.Cache.Tokenize(Model, pieces.Slice(piece)))
            {
                ids.Add(token.Id);
            }
        }
    }

    private PieceText Prepare(string text, EncodingWorkspace workspace)
    {
        var pieces = workspace.Pieces;
        pieces.Load(text);
        RawTokens.Apply(pieces);
        Normalizer?.Apply(pieces);
        NormalizedTokens.Apply(pieces);
        PreTokenizer?.Apply(pieces);
        return pieces;
    }

    private static TextSpan Origin(PieceText pieces, int start, int end) =>
        new(pieces.Text.Origins[start].Start, pieces.Text.Origins[end - 1].End);
}

/// <summary>Buffers for one text at a time; lent from a pool, so that the tokenizer is thread-safe without locks.</summary>
internal sealed class EncodingWorkspace
{
    public PieceText Pieces { get; } = new();

    public PieceCache Cache { get; } = new();
}
