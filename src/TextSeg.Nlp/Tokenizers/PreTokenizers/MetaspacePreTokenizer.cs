using System.Text;
using TextSeg.Nlp.Tokenizers.Pieces;

namespace TextSeg.Nlp.Tokenizers.PreTokenizers;

/// <summary>Whether the mark of a space is put before a text that does not begin with one.</summary>
internal enum PrependScheme
{
    Always,
    First,
    Never,
}

/// <summary>Writes spaces as a visible mark (▁ by default) and cuts before every mark, as SentencePiece does.</summary>
/// <param name="mark">Written for a space.</param>
/// <param name="scheme">Always: before every piece; First: only at the start of the original text; Never.</param>
/// <param name="split">False to write the marks without cutting.</param>
internal sealed class MetaspacePreTokenizer(char mark, PrependScheme scheme, bool split) : PreTokenizer
{
    private readonly Rune _mark = new(mark);

    public override void Apply(PieceText text) => text.Rewrite(Rewrite);

    private void Rewrite(TextRewriter rewriter)
    {
        var old = rewriter.Old;
        if (Prepends(rewriter.Origin) && old[0] != ' ' && old[0] != mark)
        {
            rewriter.InsertBefore(_mark);
        }

        while (!old.IsEmpty)
        {
            var next = old.IndexOfAny(' ', mark);
            rewriter.Keep(next < 0 ? old.Length : next);
            if (next < 0)
            {
                return;
            }

            if (split)
            {
                rewriter.Cut();
            }

            rewriter.Replace(_mark);
            old = old[(next + 1)..];
        }
    }

    private bool Prepends(int origin) => scheme == PrependScheme.Always || (scheme == PrependScheme.First && origin == 0);
}
