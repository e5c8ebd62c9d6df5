using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using TextSeg.Engine.Ingestion;

namespace TextSeg.Server.Api.Bodies;

/// <summary>Answers a bulk push: a line for each record as it is stored, and one that counts them.</summary>
internal sealed class RowAnswers
{
    private const int FlushedFrom = 1 << 16;
    private readonly HttpResponse _response;
    private readonly JsonOptions _json;
    private readonly long[] _counts = new long[Enum.GetValues<RowOutcome>().Length];

    public RowAnswers(HttpResponse response, JsonOptions json)
    {
        (_response, _json) = (response, json);
        _response.ContentType = "application/x-ndjson";
    }

    /// <summary>Answers records of a batch that is stored for good.</summary>
    public async Task WriteAsync(IReadOnlyList<RowAnswer> answers)
    {
        foreach (var answer in answers)
        {
            _counts[(int)answer.Outcome]++;
            await WriteLineAsync(answer);
        }
    }

    /// <summary>Ends the answer with the counts.</summary>
    public Task EndAsync() =>
        WriteLineAsync(new PushSummary(_counts[(int)RowOutcome.Added], _counts[(int)RowOutcome.Changed], _counts[(int)RowOutcome.Unchanged], _counts[(int)RowOutcome.Rejected]));

    private async Task WriteLineAsync<T>(T line)
    {
        JsonSerializer.Serialize(new Utf8JsonWriter(_response.BodyWriter), line, _json.SerializerOptions);
        _response.BodyWriter.Write("\n"u8);
        if (_response.BodyWriter.UnflushedBytes > FlushedFrom)
        {
            await _response.BodyWriter.FlushAsync();
        }
    }
}
