using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace TextSeg.Server.Api.Bodies;

/// <summary>Parts a JSON array into its elements as they arrive. A fault in an array cannot be stepped over: what came before it stands, and the last record says where it is.</summary>
internal static class RecordElements
{
    public static async IAsyncEnumerable<PostRecord> ReadAsync(PipeReader body, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var state = new JsonReaderState();
        var wanted = 0L;
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            var rest = read.Buffer;

            // An element that is not whole yet is looked at again when twice as much of it is there, so that a long one costs no more than a few looks.
            while (read.IsCompleted || rest.Length >= wanted)
            {
                var (element, end) = Next(rest, read.IsCompleted, ref state);
                if (element is { } found)
                {
                    yield return found;
                }

                if (end is not { } place)
                {
                    wanted = rest.Length * 2;
                    break;
                }

                (rest, wanted) = (rest.Slice(place), 0);
                if (element is null or { Fault: not null })
                {
                    body.AdvanceTo(rest.End);
                    yield break;
                }
            }

            body.AdvanceTo(rest.Start, rest.End);
        }
    }

    // The next element and where it ends; no end where more of the body is needed; an end without an element where the array ends.
    private static (PostRecord? Element, SequencePosition? End) Next(ReadOnlySequence<byte> rest, bool isWhole, ref JsonReaderState state)
    {
        var reader = new Utf8JsonReader(rest, isWhole, state);
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth == 0 && reader.TokenType == JsonTokenType.StartArray)
                {
                    continue;
                }

                if (reader.CurrentDepth == 0)
                {
                    return (reader.TokenType == JsonTokenType.EndArray ? null : PostRecord.NoArray, rest.End);
                }

                var start = reader.TokenStartIndex;
                if (!reader.TrySkip())
                {
                    break;
                }

                state = reader.CurrentState;
                var element = rest.Slice(start, reader.BytesConsumed - start);
                return (element.Length > PostBody.RecordBytes ? PostRecord.TooLongInArray : new PostRecord(element, null), rest.GetPosition(reader.BytesConsumed));
            }
        }
        catch (JsonException)
        {
            return (PostRecord.NoArray, rest.End);
        }

        return rest.Length > PostBody.RecordBytes ? (PostRecord.TooLongInArray, rest.End) : (null, null);
    }
}
