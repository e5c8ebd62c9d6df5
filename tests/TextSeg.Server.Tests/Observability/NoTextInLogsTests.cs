using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace TextSeg.Server.Tests.Observability;

/// <summary>Words are planted wherever the outside world can put some; then all that the service logged, at the lowest level of its own categories, and all that it sent to a collector is searched.</summary>
public sealed class NoTextInLogsTests
{
    private const string Root = "/api/v1/workspaces/silent";
    private readonly PlantedWords _planted = new();
    private readonly StringBuilder _log = new();

    [Fact]
    public async Task NoWordFromOutsideStandsInTheLogOrInWhatACollectorIsSent()
    {
        var before = Console.Error;
        await using var collector = await SmallCollector.StartAsync();
        Console.SetError(new LockedWriter(_log));
        try
        {
            await UseAsync(collector.Address);
        }
        finally
        {
            Console.SetError(before);
        }

        var log = Logged();
        log.ShouldContain("\"category\":\"TextSeg.");
        log.ShouldContain("Work that PostsArrived told of failed");
        _planted.In(log).ShouldBeEmpty();
        collector.Bodies.ShouldContain(body => Encoding.Latin1.GetString(body).Contains("GET /api/v1/workspaces/{workspace}/members/{id}", StringComparison.Ordinal));
        collector.Bodies.ShouldContain(body => Encoding.Latin1.GetString(body).Contains("textseg.stage.duration", StringComparison.Ordinal));
        _planted.In(collector.Bodies).ShouldBeEmpty();
    }

    private async Task UseAsync(string collector)
    {
        await using var service = await RunningService.WithAsync(("Logging:LogLevel:TextSeg", "Trace"), ("Telemetry:Collector", collector), ("Telemetry:Protocol", "http"));
        using var client = await service.WithWorkspaceAsync("silent");
        await PushAsync(client, Posts() + BadRows());
        var run = await (await client.PostAsync($"{Root}/runs", null)).Content.ReadFromJsonAsync<JsonElement>();
        await client.GetStringAsync($"{Root}/runs/{run.GetProperty("id")}/progress");
        await AskAsync(client);
        await TakeInAsync(service, client);
        await SendBadRequestsAsync(service, client);
        await FailAStageAsync(service, client);
    }

    private string Logged()
    {
        lock (_log)
        {
            return _log.ToString();
        }
    }

    private string Posts() => string.Concat(Enumerable.Range(1, 30).Select(i => JsonSerializer.Serialize(new
    {
        id = $"{_planted["id"]}-{i}", member = $"{_planted["member"]}{i % 6}", member_name = $"{_planted["name"]} {i % 6}", thread = _planted["thread"], title = _planted["title"],
        text = $"The {_planted["text"]} kettle number {i} leaks and I want it replaced, write to {_planted["mail"]}@example.org.",
    }) + "\n"));

    private string BadRows() => string.Concat(
        $"{{\"id\":\"{_planted["badid"]}\",\"text\":12}}\n", $"{{\"text\":\"{_planted["broken"]}\n", $"[\"{_planted["array"]}\"]\n", $"{{\"id\":\"x\",\"text\":\"\\u0000{_planted["nul"]}\",\"time\":\"{_planted["time"]}\"}}\n");

    private async Task AskAsync(HttpClient client)
    {
        await client.PostAsJsonAsync($"{Root}/search", new { question = $"who writes of {_planted["question"]}", limit = 3 });
        await client.PostAsJsonAsync($"{Root}/search", new { question = "kettle", filter = $"{_planted["filter"]}={_planted["value"]}" });
        foreach (var address in new[] { "members", "topics", "segments", "sources" })
        {
            await client.GetAsync($"{Root}/{address}/{_planted[address]}{(address == "sources" ? "/rejected" : "")}?cursor={_planted["cursor"]}");
        }

        await client.GetAsync($"{Root}/members/{_planted["member"]}1");
        await client.GetAsync($"{Root}/member-record?source=api&member={_planted["member"]}1");
        await client.PostAsJsonAsync($"{Root}/consent", new { source = "api", member = $"{_planted["member"]}1", purpose = _planted["purpose"], isGiven = true, text = _planted["consent"], version = "1" });
        await client.PostAsJsonAsync($"{Root}/erasures", new { source = _planted["source"], member = $"{_planted["member"]}2" });
    }

    /// <summary>By all other ways in: messages of a forum and a help desk, a file, events, a source that is asked, and an address that is told.</summary>
    private async Task TakeInAsync(RunningService service, HttpClient client)
    {
        foreach (var kind in new[] { "discourse", "zendesk" })
        {
            var made = await (await client.PostAsJsonAsync($"{Root}/receivers", new { kind, source = _planted["hooked"] + kind, secret = _planted["hooksecret"] })).Content.ReadFromJsonAsync<JsonElement>();
            var path = made.GetProperty("receiver").GetProperty("path").GetString()!;
            var taken = await SendHookAsync(service, kind, path, JsonSerializer.Serialize(new { post = new { id = 1, topic_id = 2, post_number = 1, username = _planted["hookuser"], raw = _planted["hooktext"], created_at = "2026-01-01T10:00:00Z" } }), isSigned: true);
            taken.ShouldContain(kind == "discourse" ? "added" : "rejected");
            await SendHookAsync(service, kind, path, $"{{\"post\":{_planted["hookbroken"]}", isSigned: true);
            await SendHookAsync(service, kind, path, $"{{\"post\":{{\"raw\":\"{_planted["hookforged"]}\"}}}}", isSigned: false);
        }

        await client.PostAsync($"{Root}/imports?source={_planted["importsource"]}&file={_planted["importfile"]}.csv&columns=text={_planted["column"]}", new StringContent($"a,b\n{_planted["cell"]},\"{_planted["quote"]}\n"));
        await client.PostAsync($"{Root}/imports?source=files", new StringContent($"{{\"text\":\"{_planted["line"]} is here\"}}\nno {_planted["object"]}\n"));
        await client.PostAsync($"{Root}/events?source=api", new StringContent($"{{\"member\":\"{_planted["member"]}1\",\"kind\":\"{_planted["kind"]}\",\"time\":\"2024-05-01\"}}\n{{\"kind\":\"{_planted["eventkind"]}\"}}\n", Encoding.UTF8, "application/x-ndjson"));
        await client.PostAsJsonAsync($"{Root}/sources", new { name = _planted["pulled"], kind = "feed", address = $"http://127.0.0.1:9/{_planted["feed"]}", user = _planted["user"], secret = _planted["password"] });
        await client.PostAsJsonAsync($"{Root}/subscriptions", new { address = $"https://127.0.0.1:9/{_planted["told"]}", events = new[] { "import.finished" } });
        while ((await client.GetFromJsonAsync<JsonElement>($"{Root}/imports")).GetProperty("items").EnumerateArray().Any(import => import.GetProperty("state").GetString() is "waiting" or "running"))
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private async Task<string> SendHookAsync(RunningService service, string kind, string path, string body, bool isSigned)
    {
        using var anonymous = service.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        var sent = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        byte[] key = Encoding.UTF8.GetBytes(isSigned ? _planted["hooksecret"] : _planted["hookguess"]);
        if (kind == "discourse")
        {
            request.Headers.Add("X-Discourse-Event", "post_created");
            request.Headers.Add("X-Discourse-Event-Signature", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(body))));
        }
        else
        {
            request.Headers.Add("X-Zendesk-Webhook-Signature-Timestamp", sent);
            request.Headers.Add("X-Zendesk-Webhook-Signature", Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(sent + body))));
        }

        return await (await anonymous.SendAsync(request)).Content.ReadAsStringAsync();
    }

    private async Task SendBadRequestsAsync(RunningService service, HttpClient client)
    {
        using var anonymous = service.Anonymous();
        anonymous.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", $"ts_{_planted["secret"]}");
        anonymous.DefaultRequestHeaders.Add("baggage", $"who={_planted["baggage"]}");
        await anonymous.GetAsync($"/api/v1/me?{_planted["query"]}");
        await anonymous.GetAsync($"/sign-in?link={_planted["link"]}");
        await anonymous.PostAsync("/sign-in", new FormUrlEncodedContent([new("link", _planted["posted"])]));
        await anonymous.GetAsync($"/{_planted["path"]}");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Root}/search") { Content = new StringContent($"{{\"question\":{_planted["json"]}", Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", _planted["idempotency"]);
        await client.SendAsync(request);
    }

    private async Task FailAStageAsync(RunningService service, HttpClient client)
    {
        await using (var database = new SqliteConnection($"Data Source={Path.Combine(service.Folder, "workspaces", "silent", "textseg.db")}"))
        {
            await database.OpenAsync(TestContext.Current.CancellationToken);
            await using var rename = database.CreateCommand();
            rename.CommandText = "ALTER TABLE Annotations RENAME TO Gone";
            await rename.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await PushAsync(client, $"{{\"id\":\"31\",\"text\":\"Nobody can read the {_planted["late"]} any more.\"}}\n");
        while (!Logged().Contains("Work that PostsArrived told of failed", StringComparison.Ordinal))
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private static async Task PushAsync(HttpClient client, string posts)
    {
        using var body = new StringContent(posts, Encoding.UTF8, "application/x-ndjson");
        await (await client.PostAsync($"{Root}/posts", body)).Content.ReadAsStringAsync();
    }

    // Never closed: services of other tests that were built meanwhile write here too.
    private sealed class LockedWriter(StringBuilder to) : StringWriter
    {
        public override void Write(string? value)
        {
            lock (to)
            {
                to.Append(value);
            }
        }

        public override void Write(char value) => Write(value.ToString());

        public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));
    }
}
