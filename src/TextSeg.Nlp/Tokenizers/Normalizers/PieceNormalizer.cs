using TextSeg.Nlp.Tokenizers.Pieces;

namespace TextSeg.Nlp.Tokenizers.Normalizers;

/// <summary>A normalizer that looks at one piece at a time and copies nothing when nothing changes.</summary>
internal abstract class PieceNormalizer : Normalizer
{
    private readonly PieceRewriter _rewrite;

    protected PieceNormalizer() => _rewrite = RewriteIfNeeded;

    public sealed override void Apply(PieceText text)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (!text[i].IsToken && Changes(text.Slice(text[i])))
            {
                text.Rewrite(_rewrite);
                return;
            }
        }
    }

    /// <summary>False when the text is certain to stay as it is.</summary>
    protected abstract bool Changes(ReadOnlySpan<char> text);

    /// <summary>Writes one piece anew.</summary>
    protected abstract void Rewrite(TextRewriter rewriter);

    private void RewriteIfNeeded(TextRewriter rewriter)
    {
        if (Changes(rewriter.Old))
        {
            Rewrite(rewriter);
        }
        else
        {
            rewriter.Keep(rewriter.Old.Length);
        }
    }
}
