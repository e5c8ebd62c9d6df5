namespace TextSeg.Nlp.Tokenizers.Pieces;

/// <summary>
/// The text on its way through the stages: normalizers and some pre-tokenizers rewrite it, pre-tokenizers cut it into pieces.
/// Kept and used again for the next text; not thread-safe.
/// </summary>
internal sealed class PieceText
{
    private AlignedText _text = new();
    private AlignedText _spareText = new();
    private List<Piece> _pieces = [];
    private List<Piece> _sparePieces = [];
    private readonly List<RewriteStep> _steps = [];

    public AlignedText Text => _text;

    public int Count => _pieces.Count;

    public Piece this[int index] => _pieces[index];

    public ReadOnlySpan<char> Slice(in Piece piece) => _text.Slice(piece);

    /// <summary>Starts anew with one piece: the whole text.</summary>
    public void Load(string text)
    {
        _text.Load(text);
        _pieces.Clear();
        if (_text.Length > 0)
        {
            _pieces.Add(new Piece(0, _text.Length, 0));
        }
    }

    /// <summary>Cuts pieces that are not yet tokens; the text stays.</summary>
    public void Split(PieceSplitter splitter)
    {
        _sparePieces.Clear();
        var sink = new PieceSink(_text, _sparePieces);
        foreach (var piece in _pieces)
        {
            if (piece.IsToken)
            {
                _sparePieces.Add(piece);
                continue;
            }

            sink.Open(piece);
            splitter(_text.Slice(piece), sink);
        }

        (_pieces, _sparePieces) = (_sparePieces, _pieces);
    }

    /// <summary>Rewrites pieces that are not yet tokens, perhaps cutting them on the way.</summary>
    public void Rewrite(PieceRewriter rewrite)
    {
        _spareText.Clear();
        _sparePieces.Clear();
        var rewriter = new TextRewriter(_text, _spareText, _sparePieces, _steps);
        foreach (var piece in _pieces)
        {
            rewriter.Open(piece);
            if (piece.IsToken)
            {
                rewriter.Keep(piece.Length);
            }
            else
            {
                rewrite(rewriter);
            }

            rewriter.Close();
        }

        (_text, _spareText) = (_spareText, _text);
        (_pieces, _sparePieces) = (_sparePieces, _pieces);
    }
}

/// <summary>Tells the sink where to cut one piece.</summary>
internal delegate void PieceSplitter(ReadOnlySpan<char> text, PieceSink sink);

/// <summary>Writes one piece anew.</summary>
internal delegate void PieceRewriter(TextRewriter rewriter);
