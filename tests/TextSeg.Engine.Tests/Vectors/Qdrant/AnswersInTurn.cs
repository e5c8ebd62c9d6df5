using System.Text.Json.Nodes;

namespace TextSeg.Engine.Tests.Vectors.Qdrant;

/// <summary>Gives answers in turn, whatever is asked, and keeps what was asked.</summary>
internal sealed class AnswersInTurn(params Func<HttpResponseMessage>[] answers) : HttpMessageHandler
{
    /// <summary>Method and path of each request.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Bodies of the requests, empty where there is none.</summary>
    public List<string> Bodies { get; } = [];

    /// <summary>The description of a collection as TextSeg makes it.</summary>
    public static HttpResponseMessage Collection(string workspace, string model, int size, bool isIndexed = true)
    {
        var description = new JsonObject
        {
            ["points_count"] = 3,
            ["config"] = new JsonObject
            {
                ["params"] = new JsonObject { ["vectors"] = new JsonObject { ["text"] = new JsonObject { ["size"] = size, ["distance"] = "Dot" } } },
                ["metadata"] = new JsonObject { ["workspace"] = workspace, ["model"] = model },
            },
            ["payload_schema"] = isIndexed ? new JsonObject { ["post"] = new JsonObject { ["data_type"] = "integer", ["points"] = 3 } } : new JsonObject(),
        };
        return new HttpResponseMessage { Content = new StringContent(new JsonObject { ["result"] = description, ["status"] = "ok" }.ToJsonString()) };
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.Add($"{request.Method} {request.RequestUri!.PathAndQuery}");
        Bodies.Add(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
        return answers[Math.Min(Asked.Count, answers.Length) - 1]();
    }
}
