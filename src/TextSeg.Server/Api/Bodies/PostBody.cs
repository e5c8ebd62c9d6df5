using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.Http;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Sources.Tables;

namespace TextSeg.Server.Api.Bodies;

/// <summary>Reads the records of a push while they arrive, so that memory does not grow with the body.</summary>
internal static class PostBody
{
    /// <summary>Largest record, in bytes; a longer one is rejected without being held.</summary>
    public const int RecordBytes = 1 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async IAsyncEnumerable<SourceRow> ReadAsync(HttpRequest request, string source, PostKind kind, TimeProvider clock, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isLines = request.ContentType?.Contains("ndjson", StringComparison.OrdinalIgnoreCase) == true || request.ContentType?.Contains("jsonl", StringComparison.OrdinalIgnoreCase) == true;
        var reader = new PostReader(source, clock, kind);
        var number = 0L;
        await foreach (var record in isLines ? RecordLines.ReadAsync(request.BodyReader, cancellationToken) : RecordElements.ReadAsync(request.BodyReader, cancellationToken))
        {
            number++;
            yield return record.Fault is { } fault ? SourceRow.Reject(source, number, fault) : Text(record) is { } json ? reader.Read(number, json) : SourceRow.Reject(source, number, "The record is not UTF-8.");
        }
    }

    private static string? Text(PostRecord record)
    {
        try
        {
            return Strict.GetString(record.Json);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
