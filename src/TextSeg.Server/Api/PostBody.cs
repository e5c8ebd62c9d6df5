using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Sources.Tables;

namespace TextSeg.Server.Api;

/// <summary>Reads the records of a push while they arrive, so that memory does not grow with the body.</summary>
internal static class PostBody
{
    public static async IAsyncEnumerable<SourceRow> ReadAsync(HttpRequest request, string source, PostKind kind, TimeProvider clock, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isLines = request.ContentType?.Contains("ndjson", StringComparison.OrdinalIgnoreCase) == true || request.ContentType?.Contains("jsonl", StringComparison.OrdinalIgnoreCase) == true;
        var reader = new PostReader(source, clock, kind);
        var line = 0L;
        await foreach (var record in isLines ? LinesAsync(request.Body, cancellationToken) : ElementsAsync(request.Body, cancellationToken))
        {
            line++;
            yield return record is null ? SourceRow.Reject(source, line, "From here on the body is no JSON array of records.") : reader.Read(line, record);
        }
    }

    private static async IAsyncEnumerable<string?> LinesAsync(Stream body, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lines = new StreamReader(body);
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return line;
            }
        }
    }

    // A fault in an array cannot be stepped over: what came before it stands, and one null says where it is.
    private static async IAsyncEnumerable<string?> ElementsAsync(Stream body, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var elements = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(body, cancellationToken: cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            string? record = null;
            try
            {
                if (!await elements.MoveNextAsync())
                {
                    yield break;
                }

                record = elements.Current.GetRawText();
            }
            catch (JsonException)
            {
                record = null;
            }

            yield return record;
            if (record is null)
            {
                yield break;
            }
        }
    }
}
