using System.Globalization;
using System.Text;

namespace TextSeg.Nlp.Cleaning;

/// <summary>Builds running text from the prose of a canvas: single blanks, emoji in words, at most three equal signs in a row, NFC.</summary>
internal sealed class ProseBuilder
{
    private const int LongestRun = 3;

    private readonly StringBuilder text = new();
    private readonly List<int> rawStarts = [];
    private readonly List<int> rawEnds = [];
    private readonly List<TextSpan> emojiWords = [];
    private char gap;
    private int run;
    private string? lastEmoji;
    private bool afterGreeting;

    /// <summary>Adds a stretch of the canvas; call in order of position.</summary>
    public void Add(TextCanvas canvas, TextSpan span)
    {
        ReadOnlySpan<char> characters = canvas.Characters;
        ReadOnlySpan<TextRole> roles = canvas.Roles;
        for (int i = span.Start; i < span.End;)
        {
            char c = characters[i];
            if (roles[i] != TextRole.Prose)
            {
                afterGreeting |= roles[i] == TextRole.Mention && (text.Length == 0 || gap == '\n');
                AddGap(roles[i]);
                i++;
            }
            else if (char.IsWhiteSpace(c))
            {
                gap = c == '\n' || gap == '\n' ? '\n' : ' ';
                i++;
            }
            else
            {
                i += AddProse(characters[i..span.End], i, i > span.Start ? characters[i - 1] : ' ');
            }
        }
    }

    /// <summary>Ends the line before what is added next.</summary>
    public void Break() => gap = '\n';

    /// <summary>The text so far; the builder is empty afterwards.</summary>
    public MappedText Build()
    {
        string built = text.ToString();
        var mapped = new MappedText(built, [.. rawStarts], [.. rawEnds], [.. emojiWords]);
        text.Clear();
        rawStarts.Clear();
        rawEnds.Clear();
        emojiWords.Clear();
        (gap, run, lastEmoji, afterGreeting) = ('\0', 0, null, false);
        return built.IsNormalized(NormalizationForm.FormC) ? mapped : Compose(mapped);
    }

    private void AddGap(TextRole role)
    {
        if (role is TextRole.Break or TextRole.Code or TextRole.Signature)
        {
            gap = '\n';
        }
        else if (role != TextRole.Markup && gap == '\0')
        {
            gap = ' ';
        }
    }

    private int AddProse(ReadOnlySpan<char> ahead, int at, char before)
    {
        char c = ahead[0];
        if (c >= '\u203C' && EmojiNames.TryRead(ahead, out int length, out string name))
        {
            AddEmoji(name, at, length);
            return length;
        }

        if (c == ':' && !char.IsLetterOrDigit(before) && before != ':' && EmojiNames.TryReadShortcode(ahead, out length, out name))
        {
            AddEmoji(name, at, length);
            return length;
        }

        // "@name, thanks" leaves "thanks".
        bool danglingComma = afterGreeting && (c is ',' or ':' or '-' or '.');
        afterGreeting = false;
        if (!danglingComma)
        {
            Append(c, at, at + 1);
            lastEmoji = null;
        }

        return 1;
    }

    private void AddEmoji(string name, int at, int length)
    {
        if (name != lastEmoji)
        {
            gap = gap == '\0' ? ' ' : gap;
            int start = text.Length == 0 ? 0 : text.Length + 1;
            foreach (char c in name)
            {
                Append(c, at, at + length);
            }

            emojiWords.Add(new TextSpan(start, text.Length));
        }

        lastEmoji = name;
        gap = ' ';
    }

    private void Append(char c, int rawStart, int rawEnd)
    {
        if (gap != '\0' && text.Length > 0)
        {
            Put(gap, rawEnds[^1], rawStart);
            run = 0;
        }

        gap = '\0';
        run = text.Length > 0 && text[^1] == c ? run + 1 : 1;
        if (run <= LongestRun || char.IsDigit(c) || char.IsSurrogate(c))
        {
            Put(c, rawStart, rawEnd);
        }
        else
        {
            rawEnds[^1] = rawEnd;
        }
    }

    private void Put(char c, int rawStart, int rawEnd)
    {
        text.Append(c);
        rawStarts.Add(rawStart);
        rawEnds.Add(Math.Max(rawEnd, rawStart));
    }

    /// <summary>NFC by user-perceived characters, so that each composed character keeps the raw stretch of its parts.</summary>
    private static MappedText Compose(MappedText mapped)
    {
        var composed = new StringBuilder(mapped.Text.Length);
        var starts = new List<int>(mapped.Text.Length);
        var ends = new List<int>(mapped.Text.Length);
        var moved = new int[mapped.Text.Length + 1];
        for (int i = 0; i < mapped.Text.Length;)
        {
            int length = StringInfo.GetNextTextElementLength(mapped.Text, i);
            string cluster = mapped.Text.Substring(i, length).Normalize(NormalizationForm.FormC);
            moved.AsSpan(i, length).Fill(composed.Length);
            composed.Append(cluster);
            starts.AddRange(Enumerable.Repeat(mapped.RawStarts[i], cluster.Length));
            ends.AddRange(Enumerable.Repeat(mapped.RawEnds[i + length - 1], cluster.Length));
            i += length;
        }

        moved[^1] = composed.Length;
        TextSpan[] emoji = [.. mapped.EmojiWords.Select(span => new TextSpan(moved[span.Start], moved[span.End]))];
        return new MappedText(composed.ToString(), [.. starts], [.. ends], emoji);
    }
}
