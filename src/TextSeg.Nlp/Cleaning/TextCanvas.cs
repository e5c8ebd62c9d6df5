namespace TextSeg.Nlp.Cleaning;

/// <summary>
/// A raw text with a role for each character. The readers of the formats paint roles on it, one after the other;
/// positions never move, so every later span is a span of the raw text.
/// </summary>
internal sealed class TextCanvas
{
    private readonly char[] characters;
    private readonly TextRole[] roles;

    public TextCanvas(string raw)
    {
        characters = raw.ToCharArray();
        roles = new TextRole[raw.Length];
        ReplaceUnusable();
    }

    public int Length => characters.Length;

    public ReadOnlySpan<char> Characters => characters;

    public ReadOnlySpan<TextRole> Roles => roles;

    /// <summary>Quotes found so far; where two overlap, the later one of the list owns the characters.</summary>
    public List<QuoteRange> Quotes { get; } = [];

    /// <summary>Blocks of code found so far, marks included.</summary>
    public List<TextSpan> CodeBlocks { get; } = [];

    public void Paint(int start, int end, TextRole role) => roles.AsSpan(start, end - start).Fill(role);

    /// <summary>Paints code and remembers the block from <paramref name="start"/> to <paramref name="end"/> of which <paramref name="content"/> is the inside.</summary>
    public void PaintCode(int start, int end, TextSpan content)
    {
        Paint(start, end, TextRole.Break);
        Paint(content.Start, content.End, TextRole.Code);
        CodeBlocks.Add(new TextSpan(start, end));
    }

    /// <summary>Puts <paramref name="text"/> where <paramref name="end"/> − <paramref name="start"/> characters stood; it must not be longer.</summary>
    public void Replace(int start, int end, string text)
    {
        text.CopyTo(characters.AsSpan(start));
        Paint(start + text.Length, end, TextRole.Markup);
    }

    /// <summary>The text with everything but prose as spaces and every break as a line end, same length.</summary>
    public string ProseView() => string.Create(characters.Length, this, static (view, canvas) =>
    {
        for (int i = 0; i < view.Length; i++)
        {
            char c = canvas.characters[i];
            view[i] = canvas.roles[i] switch
            {
                TextRole.Prose => c,
                TextRole.Break => '\n',
                _ => c == '\n' ? c : ' ',
            };
        }
    });

    /// <summary>Makes line ends in prose blanks, as HTML reads them.</summary>
    public void JoinLines()
    {
        for (int i = 0; i < characters.Length; i++)
        {
            characters[i] = characters[i] == '\n' && roles[i] == TextRole.Prose ? ' ' : characters[i];
        }
    }

    /// <summary>Control characters, lone surrogates and invisible marks become spaces.</summary>
    private void ReplaceUnusable()
    {
        for (int i = 0; i < characters.Length; i++)
        {
            char c = characters[i];
            if (char.IsHighSurrogate(c) && i + 1 < characters.Length && char.IsLowSurrogate(characters[i + 1]))
            {
                i++;
            }
            else if (c is '\u2028' or '\u2029' || (c == '\r' && (i + 1 == characters.Length || characters[i + 1] != '\n')))
            {
                characters[i] = '\n';
            }
            else if (char.IsSurrogate(c) || (char.IsControl(c) && c != '\n') || c is '\uFFFE' or '\uFFFF')
            {
                characters[i] = ' ';
            }
            else if (c is '\u00AD' or '\u200B' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF')
            {
                roles[i] = TextRole.Markup;
            }
        }
    }
}
