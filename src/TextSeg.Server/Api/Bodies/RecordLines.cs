using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace TextSeg.Server.Api.Bodies;

/// <summary>Parts a body into lines. A line that is too long is passed over as it arrives; the next one counts again.</summary>
internal static class RecordLines
{
    public static async IAsyncEnumerable<PostRecord> ReadAsync(PipeReader body, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isTooLong = false;
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                var line = rest.Slice(0, end);
                if (isTooLong || line.Length > PostBody.RecordBytes)
                {
                    yield return PostRecord.TooLong;
                }
                else if (!IsBlank(line))
                {
                    yield return new PostRecord(line, null);
                }

                (isTooLong, rest) = (false, rest.Slice(rest.GetPosition(1, end)));
            }

            if (read.IsCompleted)
            {
                if (isTooLong || rest.Length > PostBody.RecordBytes)
                {
                    yield return PostRecord.TooLong;
                }
                else if (!IsBlank(rest))
                {
                    yield return new PostRecord(rest, null);
                }

                body.AdvanceTo(rest.End);
                yield break;
            }

            isTooLong |= rest.Length > PostBody.RecordBytes;
            body.AdvanceTo(isTooLong ? rest.End : rest.Start, rest.End);
        }
    }

    private static bool IsBlank(ReadOnlySequence<byte> line)
    {
        foreach (var part in line)
        {
            if (part.Span.IndexOfAnyExcept(" \t\r"u8) >= 0)
            {
                return false;
            }
        }

        return true;
    }
}
