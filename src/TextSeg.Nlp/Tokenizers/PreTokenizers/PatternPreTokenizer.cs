using TextSeg.Nlp.Tokenizers.Pieces;

namespace TextSeg.Nlp.Tokenizers.PreTokenizers;

/// <summary>Cuts where a pattern matches (Split in tokenizer.json).</summary>
/// <param name="pattern">What is looked for.</param>
/// <param name="behavior">What becomes of it.</param>
/// <param name="invert">True when what is found is kept and the rest is the delimiter.</param>
internal sealed class PatternPreTokenizer(TextPattern pattern, SplitBehavior behavior, bool invert) : PreTokenizer
{
    public override void Apply(PieceText text) => text.Split(Split);

    private void Split(ReadOnlySpan<char> text, PieceSink sink) =>
        DelimiterCutter.Cut(text.Length, pattern.Find(text), behavior, invert, sink);
}
