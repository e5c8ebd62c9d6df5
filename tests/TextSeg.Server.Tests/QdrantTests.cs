using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TextSeg.Engine.Access;
using TextSeg.Engine.Hosting;
using TextSeg.Testing.Qdrant;

namespace TextSeg.Server.Tests;

/// <summary>The service with vectors on a Qdrant server, which goes away and comes back: for 3 seconds, or as many as TEXTSEG_TEST_AWAY_SECONDS says.</summary>
public sealed class QdrantTests : IAsyncLifetime
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly FakeQdrant _qdrant = new();
    private MinedService _mined = null!;

    public async ValueTask InitializeAsync() => _mined = await MinedService.WithAsync(("Vectors", "qdrant"), ("VectorsAddress", _qdrant.Address));

    public async ValueTask DisposeAsync()
    {
        await _mined.DisposeAsync();
        _qdrant.Dispose();
    }

    [Fact]
    public async Task WhileItIsAwayResultsAreReadAndPostsTakenInAndAfterwardsAllIsDoneWithoutARestart()
    {
        using var client = await _mined.ClientAsync(Role.Administrator);
        (await SearchAsync(client)).StatusCode.ShouldBe(HttpStatusCode.OK);
        Directory.GetDirectories(_mined.Service.Folder, "vectors", SearchOption.AllDirectories).ShouldBeEmpty();
        _qdrant.GoAway();
        await AwayAsync(client);
        await Task.Delay(TimeSpan.FromSeconds(int.TryParse(Environment.GetEnvironmentVariable("TEXTSEG_TEST_AWAY_SECONDS"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 3), TestContext.Current.CancellationToken);
        _qdrant.ComeBack();
        await BackAsync(client);
    }

    private static async Task AwayAsync(HttpClient client)
    {
        var refused = await SearchAsync(client);
        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("nothing is lost");
        foreach (var path in (string[])["/topics", "/segments", "/sources", "/trends"])
        {
            (await client.GetAsync(MinedService.Root + path)).StatusCode.ShouldBe(HttpStatusCode.OK, path);
        }

        using var posts = new StringContent(string.Concat(Enumerable.Range(1, 20).Select(i => $"{{\"id\":\"late{i}\",\"member\":\"late{i}\",\"text\":\"The sensor on my balcony number {i} shows no wind.\"}}\n")), Encoding.UTF8, "application/x-ndjson");
        var pushed = await client.PostAsync($"{MinedService.Root}/posts", posts);
        (await pushed.Content.ReadAsStringAsync()).ShouldContain("\"added\":20");
        (await client.PostAsync($"{MinedService.Root}/runs", null)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var ready = await client.GetFromJsonAsync<JsonElement>("/health/ready");
        (ready.GetProperty("status").GetString(), ready.GetProperty("reasons")[0].GetString()).ShouldBe(("degraded", ready.GetProperty("reasons")[0].GetString()));
        ready.GetProperty("reasons")[0].GetString()!.ShouldStartWith("vectors: Qdrant cannot be reached");
    }

    private async Task BackAsync(HttpClient client)
    {
        while (Unread() > 0 || await HasOpenRunAsync(client))
        {
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }

        var answer = await (await SearchAsync(client)).Content.ReadFromJsonAsync<JsonElement>();
        answer.GetProperty("searched").GetInt32().ShouldBe(620);
        (await client.GetFromJsonAsync<JsonElement>("/health/ready")).GetProperty("status").GetString().ShouldBe("healthy");
        var failed = (await client.GetFromJsonAsync<JsonElement>($"{MinedService.Root}/runs")).GetProperty("items").EnumerateArray().Count(run => run.GetProperty("state").GetString() != "finished");
        failed.ShouldBe(0);
    }

    private static async Task<bool> HasOpenRunAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>($"{MinedService.Root}/runs")).GetProperty("items").EnumerateArray().Any(run => run.GetProperty("state").GetString() is "waiting" or "running");

    private static Task<HttpResponseMessage> SearchAsync(HttpClient client) => client.PostAsJsonAsync($"{MinedService.Root}/search", new { question = "no wind on the balcony" });

    private int Unread()
    {
        using var view = _mined.Service.Services.GetRequiredService<WorkspaceRegistry>().Open(MinedService.Workspace).OpenToRead();
        using var tables = view.CreateContext();
        return tables.Posts.Count(post => post.NeedsVector);
    }
}
