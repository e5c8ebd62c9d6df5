using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TextSeg.Server.Tests.Api;
using TextSeg.Testing.Qdrant;

namespace TextSeg.Server.Tests;

/// <summary>Two services, each with a data folder of its own, over one PostgreSQL database, one RabbitMQ node and one server of vectors.</summary>
[Collection("RabbitMQ")]
public sealed class SharedProcessesTests : IAsyncLifetime
{
    private const string Root = "/api/v1/workspaces/shared";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly FakeQdrant _vectors = new();
    private PostgreSqlDatabase _database = null!;
    private RunningService _first = null!;
    private RunningService _second = null!;
    private HttpClient _here = null!;
    private HttpClient _there = null!;

    public async ValueTask InitializeAsync()
    {
        _database = PostgreSqlDatabase.MakeOrSkip();
        (string Name, string Value)[] settings =
        [
            ("Database", _database.Address), ("Vectors", "qdrant"), ("VectorsAddress", _vectors.Address), ("Bus", RabbitMqServer.AddressOrSkip()), ("SealingKey", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))),
            ("Outbound:AllowPrivateAddresses", "true"),
        ];
        (_first, _second) = (RunningService.Exactly(settings), RunningService.Exactly(settings));
        await _first.InitializeAsync();
        await _second.InitializeAsync();
        _here = await _first.WithWorkspaceAsync("shared");
        _there = _second.Anonymous();
        _there.DefaultRequestHeaders.Authorization = _here.DefaultRequestHeaders.Authorization;
    }

    public async ValueTask DisposeAsync()
    {
        _here?.Dispose();
        _there?.Dispose();
        await (_first?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_second?.DisposeAsync() ?? ValueTask.CompletedTask);
        _vectors.Dispose();
        _database?.Dispose();
    }

    [Fact]
    public async Task WhatOneTakesInTheOtherShowsAndEachThingIsDoneOnce()
    {
        await using var listener = await HookListener.StartAsync();
        (await _there.PostAsJsonAsync($"{Root}/subscriptions", new { address = listener.Address, events = new[] { "import.finished", "run.finished" } })).StatusCode.ShouldBe(HttpStatusCode.Created);
        await Task.WhenAll(PushAsync(_here, 1, 150), PushAsync(_there, 101, 300));
        using var file = new StringContent(Posts(301, 340));
        var import = await (await _here.PostAsync($"{Root}/imports?source=api", file)).Content.ReadFromJsonAsync<JsonElement>();
        await UntilAsync(async () => (await _there.GetFromJsonAsync<JsonElement>($"{Root}/imports/{import.GetProperty("id")}")).GetProperty("state").GetString() is not ("waiting" or "running"));
        (await _there.GetFromJsonAsync<JsonElement>($"{Root}/imports/{import.GetProperty("id")}")).GetProperty("state").GetString().ShouldBe("finished");
        (await SameAsync(_here, "again"), await SameAsync(_there, "again")).ShouldBe((false, true), "an answer is kept for all");

        var run = await (await _there.PostAsync($"{Root}/runs", null)).Content.ReadFromJsonAsync<JsonElement>();
        (await _here.GetStringAsync($"{Root}/runs/{run.GetProperty("id")}/progress")).ShouldContain("\"state\":\"finished\"");

        // Posts that one carried while the other's run ended get their place in it afterwards.
        await UntilAsync(async () => (await _there.GetFromJsonAsync<JsonElement>("/api/v1/status")).GetProperty("workspaces")[0].GetProperty("waiting").GetInt64() == 0);
        foreach (var client in new[] { _here, _there })
        {
            (await client.GetFromJsonAsync<JsonElement>($"{Root}/sources")).GetProperty("items")[0].GetProperty("posts").GetInt64().ShouldBe(340);
            (await (await client.PostAsJsonAsync($"{Root}/search", new { question = "the lamp flickers" })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("searched").GetInt32().ShouldBe(340);
        }

        await UntilAsync(() => Task.FromResult(listener.Heard.Count >= 2));
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        listener.Heard.Count.ShouldBe(2, "each message is sent by one of them");
    }

    [Fact]
    public async Task WhomOneErasesTheOtherDoesNotKnowAndKeepsOut()
    {
        await PushAsync(_here, 1, 60);
        (await _here.GetAsync($"{Root}/member-record?source=api&member=m3")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _there.PostAsJsonAsync($"{Root}/erasures", new { source = "api", member = "m3" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _here.GetAsync($"{Root}/member-record?source=api&member=m3")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await PushAsync(_here, 3, 3)).ShouldContain("was erased");
    }

    [Fact]
    public async Task AKeyThatOneTakesBackOpensNothingAtTheOther()
    {
        var made = await (await _here.PostAsJsonAsync("/api/v1/keys", new { name = "guest", role = "reader" })).Content.ReadFromJsonAsync<JsonElement>();
        using var guest = _second.Anonymous();
        guest.DefaultRequestHeaders.Authorization = new("Bearer", made.GetProperty("secret").GetString());
        (await guest.GetAsync($"{Root}/sources")).StatusCode.ShouldNotBe(HttpStatusCode.Unauthorized);
        (await _here.DeleteAsync($"/api/v1/keys/{made.GetProperty("key").GetProperty("id")}")).EnsureSuccessStatusCode();
        (await guest.GetAsync($"{Root}/sources")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static string Posts(int from, int to) => string.Concat(Enumerable.Range(from, to - from + 1).Select(i => JsonSerializer.Serialize(new
    {
        id = $"{i}", member = $"m{i % 20}", text = i % 2 == 0 ? $"The lamp of flat {i} flickers whenever the heating starts." : $"I want the invoice of order {i} by mail, not on paper.",
    }) + "\n"));

    private static async Task<string> PushAsync(HttpClient client, int from, int to)
    {
        while (true)
        {
            using var body = new StringContent(Posts(from, to), Encoding.UTF8, "application/x-ndjson");
            using var answer = await client.PostAsync($"{Root}/posts", body);
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable)
            {
                answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
                return await answer.Content.ReadAsStringAsync();
            }

            // Too many wait for their turn on a busy machine: it says when to come again.
            await Task.Delay(answer.Headers.RetryAfter!.Delta!.Value, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Makes a key of the service under an idempotency key.</summary>
    /// <returns>Whether the answer is the one given before.</returns>
    private static async Task<bool> SameAsync(HttpClient client, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/keys") { Content = JsonContent.Create(new { name = "sent to both", role = "reader" }) };
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        return answer.Headers.Contains("Idempotent-Replayed");
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        while (!await holds())
        {
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }
}
