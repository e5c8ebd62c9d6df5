using System.IO.Compression;
using System.Text;

namespace TextSeg.Engine.Sources.Decoding;

/// <summary>An input as characters: opened, unpacked where it is gzip (whatever its name), and decoded.</summary>
internal sealed class DecodedInput : IDisposable
{
    private const int HeadBytes = 1 << 20;
    private readonly CountingFallback _fallback = new();
    private readonly HeadStream _bytes;

    private DecodedInput(HeadStream bytes)
    {
        _bytes = bytes;
        var (encoding, name, mark) = EncodingDetector.Detect(bytes.Head);
        EncodingName = name;
        Head = encoding.GetString(bytes.Head[mark..]);
        bytes.Skip(mark);
        var counting = (Encoding)encoding.Clone();
        counting.DecoderFallback = _fallback;
        Reader = new StreamReader(bytes, counting, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16);
    }

    /// <summary>All characters, from the first.</summary>
    public TextReader Reader { get; }

    /// <summary>The same from the first byte (after a byte order mark), unpacked, for formats that say themselves how they are encoded; not to be read beside <see cref="Reader"/>.</summary>
    public Stream Bytes => _bytes;

    /// <summary>The first characters, for guesses about the format.</summary>
    public string Head { get; }

    /// <summary>The encoding in words.</summary>
    public string EncodingName { get; }

    /// <summary>Byte sequences replaced so far.</summary>
    public long ReplacedBytes => _fallback.Count;

    /// <exception cref="JobException">The input cannot be opened, is empty, or holds no text.</exception>
    public static DecodedInput Open(InputFile file)
    {
        try
        {
            var raw = new HeadStream(file.IsStandardInput ? Console.OpenStandardInput() : File.OpenRead(file.Path), HeadBytes);
            var packed = raw.Head is [0x1F, 0x8B, ..];
            var bytes = packed ? new HeadStream(new BoundedStream(new GZipStream(raw, CompressionMode.Decompress), file.MostBytes), HeadBytes) : raw;
            CheckIsText(file, bytes.Head);
            return new DecodedInput(bytes);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new JobException($"{file.Display} cannot be read: {fault.Message}", fault);
        }
    }

    public void Dispose()
    {
        Reader.Dispose();
        _bytes.Dispose();
    }

    private static void CheckIsText(InputFile file, ReadOnlySpan<byte> head)
    {
        if (head.IndexOfAnyExcept(" \t\r\n\uFEFF"u8) < 0)
        {
            throw new JobException($"{file.Display} is empty: there is nothing to read.");
        }

        if (head is [(byte)'P', (byte)'K', 3, 4, ..])
        {
            throw new JobException($"{file.Display} is a ZIP file or an Excel workbook: unpack it, or save the sheet as CSV.");
        }

        var strange = 0;
        foreach (var value in head)
        {
            strange += value is (>= 1 and < 9) or (>= 14 and < 27) or (>= 28 and < 32) ? 1 : 0;
        }

        if (strange > head.Length / 20)
        {
            throw new JobException($"{file.Display} holds no text: CSV, TSV, JSON, JSON Lines, mailboxes (mbox) and Posts.xml of a Stack Exchange dump can be read.");
        }
    }
}
