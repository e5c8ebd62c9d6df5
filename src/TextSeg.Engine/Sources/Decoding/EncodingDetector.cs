using System.Text;

namespace TextSeg.Engine.Sources.Decoding;

/// <summary>Tells the character encoding of a file from its first bytes.</summary>
internal static class EncodingDetector
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>
    /// A byte order mark decides; then the place of zero bytes (UTF-16 writes basic Latin with every other byte zero);
    /// then whether the bytes are valid UTF-8. What is none of these is read as Windows-1252, which holds all of Latin-1's letters.
    /// </summary>
    public static (Encoding Encoding, string Name, int MarkLength) Detect(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, "UTF-8", 3),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, "UTF-16", 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, "UTF-16, big endian", 2),
        _ => DetectUnmarked(head),
    };

    private static (Encoding Encoding, string Name, int MarkLength) DetectUnmarked(ReadOnlySpan<byte> head)
    {
        var (evenZeros, oddZeros) = CountZeros(head);
        var pairs = Math.Max(1, head.Length / 2);
        if (oddZeros > pairs / 10 && evenZeros < pairs / 50)
        {
            return (Encoding.Unicode, "UTF-16", 0);
        }

        if (evenZeros > pairs / 10 && oddZeros < pairs / 50)
        {
            return (Encoding.BigEndianUnicode, "UTF-16, big endian", 0);
        }

        var (sequences, invalid) = CountUtf8(head);
        return invalid == 0 || invalid * 4 < sequences
            ? (Encoding.UTF8, "UTF-8", 0)
            : (Windows1252, "Windows-1252 (Latin-1)", 0);
    }

    private static (int Even, int Odd) CountZeros(ReadOnlySpan<byte> head)
    {
        var counts = (Even: 0, Odd: 0);
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            counts.Even += head[i] == 0 ? 1 : 0;
            counts.Odd += head[i + 1] == 0 ? 1 : 0;
        }

        return counts;
    }

    /// <summary>Counts whole multi-byte sequences and invalid bytes; a sequence cut by the end of the head is neither.</summary>
    private static (int Sequences, int Invalid) CountUtf8(ReadOnlySpan<byte> head)
    {
        int sequences = 0, invalid = 0;
        while (!head.IsEmpty)
        {
            var ascii = head.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0)
            {
                break;
            }

            head = head[ascii..];
            var status = Rune.DecodeFromUtf8(head, out _, out var consumed);
            if (status == System.Buffers.OperationStatus.NeedMoreData)
            {
                break;
            }

            _ = status == System.Buffers.OperationStatus.Done ? sequences++ : invalid++;
            head = head[consumed..];
        }

        return (sequences, invalid);
    }
}
