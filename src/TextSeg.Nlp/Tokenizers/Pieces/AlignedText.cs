namespace TextSeg.Nlp.Tokenizers.Pieces;

/// <summary>UTF-16 text in which every unit knows which code points of the original text it came from.</summary>
internal sealed class AlignedText
{
    private char[] _chars = new char[256];
    private TextSpan[] _origins = new TextSpan[256];

    public int Length { get; private set; }

    public ReadOnlySpan<char> Chars => _chars.AsSpan(0, Length);

    /// <summary>Per unit: the code points of the original it came from.</summary>
    public ReadOnlySpan<TextSpan> Origins => _origins.AsSpan(0, Length);

    public ReadOnlySpan<char> Slice(in Piece piece) => _chars.AsSpan(piece.Start, piece.Length);

    public void Clear() => Length = 0;

    /// <summary>Takes a text as it stands; half surrogate pairs, which no UTF-8 text can hold, become U+FFFD.</summary>
    public void Load(string text)
    {
        Clear();
        Reserve(text.Length);
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
        {
            LoadWithoutSurrogates(text);
            return;
        }

        var codePoint = 0;
        for (var i = 0; i < text.Length; i++, codePoint++)
        {
            var origin = new TextSpan(codePoint, codePoint + 1);
            if (!char.IsSurrogate(text[i]))
            {
                Append(text[i], origin);
            }
            else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                Append(text[i++], origin);
                Append(text[i], origin);
            }
            else
            {
                Append('\uFFFD', origin);
            }
        }
    }

    public void Append(char unit, TextSpan origin)
    {
        if (Length == _chars.Length)
        {
            Reserve(1);
        }

        _chars[Length] = unit;
        _origins[Length++] = origin;
    }

    public void Append(AlignedText source, int start, int count)
    {
        Reserve(count);
        source._chars.AsSpan(start, count).CopyTo(_chars.AsSpan(Length));
        source._origins.AsSpan(start, count).CopyTo(_origins.AsSpan(Length));
        Length += count;
    }

    /// <summary>Appends part of a text with another unit in the place of each.</summary>
    /// <param name="source">The text.</param>
    /// <param name="start">First unit.</param>
    /// <param name="count">Units, each below the number of <paramref name="ones"/>.</param>
    /// <param name="ones">What each unit becomes.</param>
    public void AppendMapped(AlignedText source, int start, int count, ReadOnlySpan<char> ones)
    {
        Append(source, start, count);
        foreach (ref var unit in _chars.AsSpan(Length - count, count))
        {
            unit = ones[unit];
        }
    }

    private void LoadWithoutSurrogates(string text)
    {
        text.CopyTo(_chars);
        var origins = _origins.AsSpan(0, text.Length);
        for (var i = 0; i < origins.Length; i++)
        {
            origins[i] = new TextSpan(i, i + 1);
        }

        Length = text.Length;
    }

    private void Reserve(int more)
    {
        if (Length + more > _chars.Length)
        {
            var size = Math.Max(_chars.Length * 2, Length + more);
            Array.Resize(ref _chars, size);
            Array.Resize(ref _origins, size);
        }
    }
}
