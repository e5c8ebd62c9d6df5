using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TextSeg.Engine.Hosting;

namespace TextSeg.Server.Tests;

/// <summary>
/// PostgreSQL away while the service runs. The long form, the database away for a minute: TEXTSEG_TEST_AWAY_SECONDS=60 before the test program, with <c>-class</c> and this class.
/// </summary>
public sealed class DatabaseAwayTests : IAsyncLifetime
{
    private const string Root = "/api/v1/workspaces/away";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(
        int.TryParse(Environment.GetEnvironmentVariable("TEXTSEG_TEST_AWAY_SECONDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 4);

    private PostgreSqlNode _node = null!;
    private RunningService _service = null!;

    public async ValueTask InitializeAsync()
    {
        _node = await PostgreSqlNode.StartOrSkipAsync();
        _service = RunningService.Exactly(("Database", _node.Address));
        await _service.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await (_service?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_node?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Fact]
    public async Task WhileTheDatabaseIsAwayReadsAndWritesHearWhenToComeBackAndAllGoesOnWithoutARestart()
    {
        using var client = await _service.WithWorkspaceAsync("away");
        (await PushAsync(client, "1", "2")).ShouldBe(HttpStatusCode.OK);
        await ReadAsync();
        await _node.StopAsync();
        var stopped = Stopwatch.StartNew();
        do
        {
            (await PushAsync(client, "2", "3")).ShouldBe(HttpStatusCode.ServiceUnavailable);
            using var read = await client.GetAsync($"{Root}/sources");
            read.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            read.Headers.RetryAfter.ShouldNotBeNull();
            read.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
            await NotReadyAsync(client);
            (await client.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
        while (stopped.Elapsed < Away);

        await _node.StartAsync();
        await UntilGoodAsync(() => PushAsync(client, "2", "3"));
        await UntilGoodAsync(async () => (await client.GetAsync($"{Root}/sources")).StatusCode);
        await UntilGoodAsync(async () => (await client.GetAsync("/health/ready")).StatusCode);
        await ReadAsync();
        await using var tables = Live.OpenToRead().CreateContext();
        tables.Posts.Select(post => post.ExternalId).Order().ToArray().ShouldBe(["1", "2", "3"]);
        tables.Annotations.Count(label => label.Kind == "language").ShouldBe(3);
    }

    [Fact]
    public async Task AConnectionThatTheServerEndedIsOpenedAnewWithoutAFault()
    {
        using var client = await _service.WithWorkspaceAsync("away");
        (await PushAsync(client, "1")).ShouldBe(HttpStatusCode.OK);
        await ReadAsync();
        await _node.KillAsync();
        await _node.StartAsync();
        await UntilGoodAsync(async () => (await client.GetAsync("/api/v1/me")).StatusCode);
        (await Live.WriteAsync(workspace => Task.FromResult(workspace.IsOpen), TestContext.Current.CancellationToken)).ShouldBeTrue();
        await UntilGoodAsync(() => PushAsync(client, "2"));
        await ReadAsync();
    }

    private LiveWorkspace Live => _service.Services.GetRequiredService<WorkspaceRegistry>().Open("away");

    private static async Task NotReadyAsync(HttpClient client)
    {
        using var ready = await client.GetAsync("/health/ready");
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()).ShouldContain(reason => reason!.Contains("database cannot be reached", StringComparison.Ordinal));
    }

    private static async Task<HttpStatusCode> PushAsync(HttpClient client, params string[] ids)
    {
        using var body = new StringContent(string.Concat(ids.Select(id => $"{{\"id\":\"{id}\",\"text\":\"The hub of flat {id} is fine.\"}}\n")), Encoding.UTF8, "application/x-ndjson");
        using var answer = await client.PostAsync($"{Root}/posts", body);
        return answer.StatusCode;
    }

    /// <summary>Asks again, as Retry-After says, until it goes well.</summary>
    private static async Task UntilGoodAsync(Func<Task<HttpStatusCode>> ask)
    {
        HttpStatusCode status;
        while ((status = await ask()) != HttpStatusCode.OK)
        {
            status.ShouldBe(HttpStatusCode.ServiceUnavailable);
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until no post waits for its stages.</summary>
    private async Task ReadAsync()
    {
        while (await Live.HasWaitingAsync(TestContext.Current.CancellationToken))
        {
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }
}
