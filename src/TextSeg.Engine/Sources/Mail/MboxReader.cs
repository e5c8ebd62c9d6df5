using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace TextSeg.Engine.Sources.Mail;

/// <summary>One message of a mailbox.</summary>
/// <param name="Line">Line on which it starts, from 1.</param>
/// <param name="Content">The message without its From line; null when it is over the limit.</param>
internal readonly record struct MboxMessage(long Line, byte[]? Content);

/// <summary>
/// Cuts a mailbox into messages (RFC 4155; quoting as in the mboxrd form): one begins at a line with "From ", an address and a date after an empty line, and a ">" before
/// "From " at the start of a line within a message is taken off. Of a message over the limit nothing is kept.
/// </summary>
internal sealed partial class MboxReader(Stream bytes, int mostBytes)
{
    private const int MostFromBytes = 500;
    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly ArrayBufferWriter<byte> _line = new();
    private int _position;
    private int _length;

    /// <summary>Whether a text begins as a mailbox does.</summary>
    public static bool IsMailbox(string head) => Start().IsMatch(head.AsSpan(0, Math.Min(head.Length, 2_000)));

    /// <summary>All messages in order; enumerated once.</summary>
    public IEnumerable<MboxMessage> Messages()
    {
        using var message = new MemoryStream();
        var (number, start, isAfterEmpty, isTooLong) = (0L, 0L, true, false);
        while (ReadLine())
        {
            number++;
            if (isAfterEmpty && IsFromLine())
            {
                if (start > 0)
                {
                    yield return new MboxMessage(start, isTooLong ? null : message.ToArray());
                }

                (start, isAfterEmpty, isTooLong) = (number, false, false);
                message.SetLength(0);
                continue;
            }

            isAfterEmpty = Line.Trim("\r\n"u8).IsEmpty;
            isTooLong |= message.Length + _line.WrittenCount > mostBytes;
            if (!isTooLong)
            {
                message.Write(WithoutQuote(Line));
            }
        }

        if (start > 0)
        {
            yield return new MboxMessage(start, isTooLong ? null : message.ToArray());
        }
    }

    private ReadOnlySpan<byte> Line => _line.WrittenSpan;

    /// <summary>Reads a line with its end; of one over the limit a little more than the limit is kept.</summary>
    private bool ReadLine()
    {
        _line.ResetWrittenCount();
        while (Fill())
        {
            var rest = _buffer.AsSpan(_position, _length - _position);
            var end = rest.IndexOf((byte)'\n') + 1;
            var part = end == 0 ? rest : rest[..end];
            if (_line.WrittenCount <= mostBytes)
            {
                _line.Write(part);
            }

            _position += part.Length;
            if (end > 0)
            {
                return true;
            }
        }

        return _line.WrittenCount > 0;
    }

    private bool Fill()
    {
        if (_position == _length)
        {
            (_position, _length) = (0, bytes.Read(_buffer));
        }

        return _length > 0;
    }

    private bool IsFromLine() => Line.StartsWith("From "u8) && Line.Length <= MostFromBytes && FromLine().IsMatch(Encoding.Latin1.GetString(Line));

    private static ReadOnlySpan<byte> WithoutQuote(ReadOnlySpan<byte> line) => line.StartsWith(">"u8) && line.TrimStart((byte)'>').StartsWith("From "u8) ? line[1..] : line;

    [GeneratedRegex(@"^From \S.*\d{1,2}:\d{2}.*\d{4}", RegexOptions.CultureInvariant)]
    private static partial Regex FromLine();

    [GeneratedRegex(@"^\s*From \S.*\d{1,2}:\d{2}.*\d{4}.*\r?\n(>From .*\r?\n)?[!-9;-~]+:", RegexOptions.CultureInvariant)]
    private static partial Regex Start();
}
