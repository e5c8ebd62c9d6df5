using System.Net;
using System.Text.Json;

namespace TextSeg.Engine.Tests.Vectors.Qdrant;

/// <summary>What a real Qdrant 1.18 answered once; kept in shared/qdrant/exchanges.</summary>
internal static class RecordedExchange
{
    /// <summary>Where they lie in the shared folder.</summary>
    public const string Folder = "qdrant/exchanges";

    /// <summary>The answer of the exchange with this number; the running test is skipped, visibly, where the files are absent.</summary>
    public static HttpResponseMessage Answer(string number)
    {
        var file = Directory.GetFiles(SharedFiles.PathOrSkip(Folder), $"{number}-*.json").Single();
        var response = JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("response");
        var body = response.GetProperty("body");
        var answer = new HttpResponseMessage((HttpStatusCode)response.GetProperty("status").GetInt32())
        {
            Content = new StringContent(body.ValueKind switch { JsonValueKind.Null => "", JsonValueKind.String => body.GetString()!, _ => body.GetRawText() }),
        };
        if (response.GetProperty("headers").TryGetProperty("retry-after", out var wait))
        {
            answer.Headers.Add("retry-after", wait.GetString());
        }

        return answer;
    }
}
