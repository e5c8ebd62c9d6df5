using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using TextSeg.Testing.Kafka;

namespace TextSeg.Server.Tests.Api;

public sealed class PulledSourcesTests : IAsyncLifetime
{
    private const string Key = "key-of-the-forum";
    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await RunningService.WithAsync(("Outbound:AllowPrivateAddresses", "true"));

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task AForumIsPulledAndGoesOnWhereItWas()
    {
        var newest = 120L;
        await using var forum = await AnsweringServer.StartAsync(context => AnsweringServer.Forum(context, newest));
        using var client = await _service.WithWorkspaceAsync("pulled");
        (await RegisterAsync(client, "pulled", new { name = "forum", kind = "discourse", address = forum.Address, user = "reader", secret = Key })).StatusCode.ShouldBe(HttpStatusCode.Created);
        await UntilAsync(client, "pulled", source => source.GetProperty("posts").GetInt64() == 120 && source.GetProperty("pull").GetProperty("succeededAt").ValueKind == JsonValueKind.String);
        var asked = forum.Keys.Count;
        newest = 130;
        (await client.PatchAsJsonAsync("/api/v1/workspaces/pulled/sources/forum", new { intervalSeconds = 60 })).StatusCode.ShouldBe(HttpStatusCode.OK);
        await UntilAsync(client, "pulled", source => source.GetProperty("posts").GetInt64() == 130);
        (forum.Keys.Count - asked).ShouldBeLessThan(asked, "what is known is not asked for again");
        forum.Keys.ShouldAllBe(key => key == Key);
    }

    [Fact]
    public async Task ASecretIsNeverShownAndKeptClosed()
    {
        await using var forum = await AnsweringServer.StartAsync(context => AnsweringServer.Forum(context, 1));
        using var client = await _service.WithWorkspaceAsync("closed");
        var answer = await RegisterAsync(client, "closed", new { name = "forum", kind = "discourse", address = forum.Address, user = "reader", secret = Key });
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain(Key);
        (await client.GetStringAsync("/api/v1/workspaces/closed/sources")).ShouldNotContain(Key);
        foreach (var file in Directory.GetFiles(_service.Folder, "service.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            (await reader.ReadToEndAsync()).ShouldNotContain(Key);
        }
    }

    [Fact]
    public async Task AFaultIsToldAndTheSourceRecoversByItself()
    {
        var isAway = true;
        await using var forum = await AnsweringServer.StartAsync(context =>
        {
            context.Response.StatusCode = isAway ? 401 : 200;
            return isAway ? "" : AnsweringServer.Forum(context, 10);
        });
        using var client = await _service.WithWorkspaceAsync("faulty");
        await RegisterAsync(client, "faulty", new { name = "forum", kind = "discourse", address = forum.Address });
        var failed = await UntilAsync(client, "faulty", source => source.GetProperty("pull").GetProperty("failures").GetInt32() > 0);
        failed.GetProperty("pull").GetProperty("fault").GetString()!.ShouldContain("does not let us in (401)");
        isAway = false;
        await client.PatchAsJsonAsync("/api/v1/workspaces/faulty/sources/forum", new { isPaused = false });
        var well = await UntilAsync(client, "faulty", source => source.GetProperty("pull").GetProperty("succeededAt").ValueKind == JsonValueKind.String);
        (well.GetProperty("pull").GetProperty("failures").GetInt32(), well.GetProperty("pull").GetProperty("fault").ValueKind).ShouldBe((0, JsonValueKind.Null));
    }

    [Fact]
    public async Task APausedSourceIsNotAskedAndOneThatIsDeletedKeepsItsPosts()
    {
        await using var forum = await AnsweringServer.StartAsync(context => AnsweringServer.Forum(context, 10));
        using var client = await _service.WithWorkspaceAsync("paused");
        await RegisterAsync(client, "paused", new { name = "forum", kind = "discourse", address = forum.Address });
        await UntilAsync(client, "paused", source => source.GetProperty("posts").GetInt64() == 10);
        (await client.PatchAsJsonAsync("/api/v1/workspaces/paused/sources/forum", new { isPaused = true })).StatusCode.ShouldBe(HttpStatusCode.OK);
        var asked = forum.Keys.Count;
        await Task.Delay(TimeSpan.FromSeconds(2.5), TestContext.Current.CancellationToken);
        forum.Keys.Count.ShouldBe(asked);
        (await client.DeleteAsync("/api/v1/workspaces/paused/sources/forum")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var left = await UntilAsync(client, "paused", _ => true);
        (left.GetProperty("posts").GetInt64(), left.GetProperty("pull").ValueKind).ShouldBe((10, JsonValueKind.Null));
        (await client.DeleteAsync("/api/v1/workspaces/paused/sources/forum")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task AFeedIsPulled()
    {
        await using var feed = await AnsweringServer.StartAsync(_ =>
            "<rss version=\"2.0\"><channel><title>News</title><item><guid>1</guid><title>Hub</title><description>The hub is fine.</description><pubDate>Mon, 05 Jan 2026 10:00:00 GMT</pubDate></item></channel></rss>");
        using var client = await _service.WithWorkspaceAsync("feed");
        await RegisterAsync(client, "feed", new { name = "news", kind = "feed", address = feed.Address, postKind = "review" });
        await UntilAsync(client, "feed", source => source.GetProperty("posts").GetInt64() == 1);
    }

    [Fact]
    public async Task TicketsOfAHelpDeskArePulledAndGoOnFromTheCursor()
    {
        var last = 2;
        await using var desk = await AnsweringServer.StartAsync(context => AnsweringServer.Tickets(context, last));
        using var client = await _service.WithWorkspaceAsync("desk");
        (await RegisterAsync(client, "desk", new { name = "tickets", kind = "zendesk", address = desk.Address, user = "agent", secret = "t0ken" })).StatusCode.ShouldBe(HttpStatusCode.Created);
        await UntilAsync(client, "desk", source => source.GetProperty("posts").GetInt64() == 2);
        last = 5;
        await client.PatchAsJsonAsync("/api/v1/workspaces/desk/sources/tickets", new { isPaused = false });
        await UntilAsync(client, "desk", source => source.GetProperty("posts").GetInt64() == 5);
    }

    [Fact]
    public async Task ATopicOfKafkaIsPulledAndGoesOnWhereItWas()
    {
        using var cluster = new MockCluster();
        await cluster.SendAsync([.. Enumerable.Range(1, 25).Select(MockCluster.Post)]);
        using var client = await _service.WithWorkspaceAsync("stream");
        (await RegisterAsync(client, "stream", new { name = "topic", kind = "kafka", address = cluster.Brokers, topic = MockCluster.Topic })).StatusCode.ShouldBe(HttpStatusCode.Created);
        await UntilAsync(client, "stream", source => source.GetProperty("posts").GetInt64() == 25);
        await cluster.SendAsync([.. Enumerable.Range(20, 12).Select(MockCluster.Post)]);
        await client.PatchAsJsonAsync("/api/v1/workspaces/stream/sources/topic", new { isPaused = false });
        await UntilAsync(client, "stream", source => source.GetProperty("posts").GetInt64() == 31);
    }

    [Fact]
    public async Task TwoSourcesOfOneNameAreRefused()
    {
        await using var forum = await AnsweringServer.StartAsync(context => AnsweringServer.Forum(context, 1));
        using var client = await _service.WithWorkspaceAsync("double");
        await RegisterAsync(client, "double", new { name = "forum", kind = "discourse", address = forum.Address });
        (await RegisterAsync(client, "double", new { name = "forum", kind = "feed", address = forum.Address })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("""{"name":"a","kind":"discourse","address":"no address"}""")]
    [InlineData("""{"name":"a/b","kind":"feed","address":"https://example.org/feed"}""")]
    [InlineData("""{"name":"a","kind":"feed","address":"https://example.org/feed","intervalSeconds":5}""")]
    [InlineData("""{"name":"a","kind":"zendesk","address":"https://example.org"}""")]
    [InlineData("""{"name":"a","kind":"kafka","address":"127.0.0.1:9092"}""")]
    [InlineData("""{"name":"a","kind":"song","address":"https://example.org"}""")]
    [InlineData("""{"name":"","kind":"feed","address":"https://example.org"}""")]
    public async Task AWrongWishIsRefused(string wish)
    {
        using var client = await _service.WithWorkspaceAsync("wrong");
        using var body = new StringContent(wish, Encoding.UTF8, "application/json");
        (await client.PostAsync("/api/v1/workspaces/wrong/sources", body)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task APrivateAddressIsNeverAskedUnlessThatIsAllowed()
    {
        await using var forum = await AnsweringServer.StartAsync(context => AnsweringServer.Forum(context, 1));
        await using var strict = await RunningService.WithAsync();
        using var client = await strict.WithWorkspaceAsync("strict");
        await RegisterAsync(client, "strict", new { name = "forum", kind = "discourse", address = forum.Address });
        var failed = await UntilAsync(client, "strict", source => source.GetProperty("pull").GetProperty("failures").GetInt32() > 0);
        failed.GetProperty("pull").GetProperty("fault").GetString()!.ShouldContain("private network");
        forum.Keys.ShouldBeEmpty();
        (await RegisterAsync(client, "strict", new { name = "topic", kind = "kafka", address = "127.0.0.1:9092", topic = "posts" })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static Task<HttpResponseMessage> RegisterAsync(HttpClient client, string workspace, object wish) => client.PostAsJsonAsync($"/api/v1/workspaces/{workspace}/sources", wish);

    private static async Task<JsonElement> UntilAsync(HttpClient client, string workspace, Func<JsonElement, bool> holds)
    {
        while (true)
        {
            var items = (await client.GetFromJsonAsync<JsonElement>($"/api/v1/workspaces/{workspace}/sources")).GetProperty("items");
            if (items.GetArrayLength() > 0 && holds(items[0]))
            {
                return items[0];
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
