using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TextSeg.Testing;

/// <summary>What the stub answers to one call.</summary>
/// <param name="Content">The message; null for a body that is no chat answer.</param>
public sealed record StubAnswer(string? Content)
{
    public int Status { get; init; } = 200;

    public string Finish { get; init; } = "stop";

    public string? RetryAfter { get; init; }

    public TimeSpan Wait { get; init; }

    /// <summary>The whole body in place of one made of <see cref="Content"/>.</summary>
    public string? Body { get; init; }
}

/// <summary>A chat endpoint on this machine that answers as a test says, and keeps what it was asked.</summary>
public sealed class ChatStub : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<int, JsonElement, StubAnswer> _answer;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    /// <param name="answer">Given the number of the call, from 1, and its body.</param>
    public ChatStub(Func<int, JsonElement, StubAnswer> answer)
    {
        _answer = answer;
        var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        Address = $"http://127.0.0.1:{port}/v1";
        _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        _listener.Start();
        _serving = Task.Run(ServeAsync);
    }

    public string Address { get; }

    /// <summary>The bodies of all calls.</summary>
    public List<JsonElement> Asked { get; } = [];

    /// <summary>The authorisation of all calls.</summary>
    public List<string?> Keys { get; } = [];

    /// <summary>A stub that always says the same.</summary>
    public static ChatStub Saying(StubAnswer answer) => new((_, _) => answer);

    /// <summary>A name with clauses as JSON, each citing the same evidence.</summary>
    public static string Draft(string name, int[] evidence, params string[] clauses) => JsonSerializer.Serialize(new
    {
        name = new { text = name, evidence },
        clauses = clauses.Select(text => new { text, evidence }),
    });

    /// <summary>The data of a call: the message of the user.</summary>
    public static string DataOf(JsonElement body) => body.GetProperty("messages")[1].GetProperty("content") is { ValueKind: JsonValueKind.String } text
        ? text.GetString()!
        : body.GetProperty("messages")[1].GetProperty("content")[0].GetProperty("text").GetString()!;

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Close();
        _serving.Wait(TimeSpan.FromSeconds(5));
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                _ = Task.Run(() => AnswerAsync(context));
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.InputStream);
            StubAnswer answer;
            lock (Asked)
            {
                Asked.Add(body.RootElement.Clone());
                Keys.Add(context.Request.Headers["Authorization"]);
                answer = _answer(Asked.Count, Asked[^1]);
            }

            await Task.Delay(answer.Wait, _stop.Token);
            context.Response.StatusCode = answer.Status;
            context.Response.ContentType = "application/json";
            if (answer.RetryAfter is { } wait)
            {
                context.Response.Headers["Retry-After"] = wait;
            }

            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(Body(answer)), _stop.Token);
            context.Response.Close();
        }
        catch (Exception gone) when (gone is HttpListenerException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            context.Response.Abort();
        }
    }

    private static string Body(StubAnswer answer) => answer.Body is { } body ? body : answer.Content is null ? "{\"oops\":true}" : new JsonObject
    {
        ["id"] = "1", ["object"] = "chat.completion", ["created"] = 1, ["model"] = "stub",
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["finish_reason"] = answer.Finish, ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = answer.Content } }),
        ["usage"] = new JsonObject { ["prompt_tokens"] = 100, ["completion_tokens"] = 20, ["total_tokens"] = 120 },
    }.ToJsonString();
}
