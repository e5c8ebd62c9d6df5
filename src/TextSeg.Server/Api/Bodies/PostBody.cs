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
        var reader = new PostReader(source, clock, kind);
        await foreach (var (number, json, fault) in RecordsAsync(request, cancellationToken))
        {
            yield return json is null ? SourceRow.Reject(source, number, fault!) : reader.Read(number, json);
        }
    }

    /// <summary>The records as texts, numbered from 1; one that is too long or no UTF-8 with its fault.</summary>
    public static async IAsyncEnumerable<(long Number, string? Json, string? Fault)> RecordsAsync(HttpRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isLines = request.ContentType?.Contains("ndjson", StringComparison.OrdinalIgnoreCase) == true || request.ContentType?.Contains("jsonl", StringComparison.OrdinalIgnoreCase) == true;
        var number = 0L;
        await foreach (var record in isLines ? RecordLines.ReadAsync(request.BodyReader, cancellationToken) : RecordElements.ReadAsync(request.BodyReader, cancellationToken))
        {
            number++;
            yield return record.Fault is { } fault ? (number, null, fault) : Text(record) is { } json ? (number, json, null) : (number, null, "The record is not UTF-8.");
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
