using System.Text;

namespace TextSeg.Engine.Sources.Decoding;

/// <summary>
/// Lines of bounded length: of a line over the limit only the number is kept, however long it is.
/// NUL characters are left out and counted.
/// </summary>
internal sealed class LineReader(TextReader reader, int maxCharacters, char newline = '\n')
{
    private readonly char[] _buffer = new char[1 << 16];
    private readonly StringBuilder _line = new();
    private int _position;
    private int _length;
    private bool _atLineStart = true;

    /// <summary>Number of the line on which reading stands, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>NUL characters left out so far.</summary>
    public long RemovedNuls { get; private set; }

    /// <summary>Reads one line without its end.</summary>
    /// <param name="line">The line; null when it is over the limit.</param>
    /// <returns>False at the end of the input.</returns>
    public bool TryRead(out string? line)
    {
        line = null;
        _line.Clear();
        var tooLong = false;
        var any = false;
        while (Fill())
        {
            any = true;
            var rest = _buffer.AsSpan(_position, _length - _position);
            var end = rest.IndexOf(newline);
            var part = end < 0 ? rest : rest[..end];
            tooLong |= _line.Length + part.Length > maxCharacters;
            if (!tooLong)
            {
                Append(part);
            }

            _position += end < 0 ? part.Length : end + 1;
            if (end >= 0)
            {
                break;
            }
        }

        Number += any ? 1 : 0;
        line = any && !tooLong ? Finish() : null;
        return any;
    }

    /// <summary>Reads one character, for formats whose records are not lines.</summary>
    /// <returns>False at the end of the input.</returns>
    public bool TryReadCharacter(out char character)
    {
        character = '\0';
        while (Fill())
        {
            character = _buffer[_position++];
            Number += _atLineStart ? 1 : 0;
            _atLineStart = character == newline;
            if (character != '\0')
            {
                return true;
            }

            RemovedNuls++;
        }

        return false;
    }

    private bool Fill()
    {
        if (_position < _length)
        {
            return true;
        }

        _position = 0;
        _length = reader.Read(_buffer, 0, _buffer.Length);
        return _length > 0;
    }

    private void Append(ReadOnlySpan<char> part)
    {
        for (var nul = part.IndexOf('\0'); nul >= 0; nul = part.IndexOf('\0'))
        {
            RemovedNuls++;
            _line.Append(part[..nul]);
            part = part[(nul + 1)..];
        }

        _line.Append(part);
    }

    private string Finish()
    {
        if (_line.Length > 0 && _line[^1] == '\r')
        {
            _line.Length--;
        }

        var line = _line.ToString();
        if (_line.Capacity > 1 << 20)
        {
            _line.Clear();
            _line.Capacity = 1 << 16;
        }

        return line;
    }
}
