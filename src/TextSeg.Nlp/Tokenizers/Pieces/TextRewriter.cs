using System.Text;

namespace TextSeg.Nlp.Tokenizers.Pieces;

/// <summary>
/// Writes a piece anew while keeping each character's origin. A cursor walks over the old characters; a new one either
/// takes the place of the old one under the cursor, or is inserted and shares the origin of the old one before it.
/// These are the alignment rules of Hugging Face's NormalizedString, so offsets come out equal.
/// </summary>
internal sealed class TextRewriter(AlignedText from, AlignedText to, List<Piece> pieces, List<RewriteStep> steps)
{
    private Piece _piece;
    private int _cursor;
    private int _start;
    private bool _cut;

    /// <summary>For a normalizer that must know all steps of a piece before the first is written; not emptied between pieces.</summary>
    public List<RewriteStep> Steps => steps;

    /// <summary>The old text of the piece.</summary>
    public ReadOnlySpan<char> Old => from.Slice(_piece);

    /// <summary>The old text from the cursor on.</summary>
    public ReadOnlySpan<char> Rest => from.Chars[_cursor.._piece.End];

    /// <summary>Code point of the original text where the piece began.</summary>
    public int Origin => _piece.Origin;

    public void Open(in Piece piece)
    {
        _piece = piece;
        _cursor = piece.Start;
        _start = to.Length;
        _cut = false;
    }

    /// <summary>Copies old units as they are.</summary>
    public void Keep(int units)
    {
        to.Append(from, _cursor, units);
        _cursor += units;
    }

    /// <summary>Writes the whole piece with another unit in the place of each, or nothing where a unit has none.</summary>
    /// <param name="ones">What the first units of the character set become.</param>
    /// <param name="none">Stands for a unit that has none, as every later one.</param>
    /// <returns>Whether the piece is written.</returns>
    public bool TryMap(ReadOnlySpan<char> ones, char none)
    {
        foreach (var unit in Old)
        {
            if (unit >= ones.Length || ones[unit] == none)
            {
                return false;
            }
        }

        to.AppendMapped(from, _piece.Start, _piece.Length, ones);
        _cursor = _piece.End;
        return true;
    }

    /// <summary>Writes a character in the place of the old one under the cursor.</summary>
    public void Replace(Rune rune)
    {
        Write(rune, from.Origins[Math.Min(_cursor, _piece.End - 1)]);
        Skip(1);
    }

    /// <summary>Writes a character that was not there; it shares the origin of the old one before the cursor.</summary>
    public void Insert(Rune rune) =>
        Write(rune, _cursor > _piece.Start ? from.Origins[_cursor - 1] : new TextSpan(_piece.Origin, _piece.Origin));

    /// <summary>Writes a character that was not there; it shares the origin of the old one under the cursor.</summary>
    public void InsertBefore(Rune rune) => Write(rune, from.Origins[_cursor]);

    /// <summary>Drops old characters.</summary>
    public void Skip(int characters)
    {
        for (; characters > 0 && _cursor < _piece.End; characters--)
        {
            _cursor += char.IsHighSurrogate(from.Chars[_cursor]) ? 2 : 1;
        }
    }

    /// <summary>Drops old units.</summary>
    public void SkipUnits(int units) => _cursor += units;

    /// <summary>One step in Hugging Face's notation: 1 inserts, 0 replaces, −n replaces and drops n characters more.</summary>
    public void Step(Rune rune, int change)
    {
        if (change > 0)
        {
            Insert(rune);
        }
        else
        {
            Replace(rune);
            Skip(-change);
        }
    }

    /// <summary>Ends a piece here; what follows is the next one.</summary>
    public void Cut()
    {
        if (to.Length > _start)
        {
            pieces.Add(new Piece(_start, to.Length, to.Origins[_start].Start));
        }

        _start = to.Length;
        _cut = true;
    }

    public void Close()
    {
        if (to.Length > _start)
        {
            pieces.Add(new Piece(_start, to.Length, _cut ? to.Origins[_start].Start : _piece.Origin, _piece.TokenId));
        }
    }

    private void Write(Rune rune, TextSpan origin)
    {
        Span<char> units = stackalloc char[2];
        var count = rune.EncodeToUtf16(units);
        to.Append(units[0], origin);
        if (count == 2)
        {
            to.Append(units[1], origin);
        }
    }
}
