using System.Net;
using System.Text;
using System.Text.Json;

namespace TextSeg.Server.Tests.Api;

public sealed class PostsApiTests(RunningService service) : IClassFixture<RunningService>
{
    [Fact]
    public async Task EachRecordIsAnsweredAndABadOneDoesNotStopTheOthers()
    {
        using var client = await service.WithWorkspaceAsync("rows");
        var answers = await PushAsync(client, "rows", "{\"id\":\"1\",\"text\":\"The hub is fine.\",\"member\":\"m1\"}\nnot json\n{\"id\":\"2\",\"text\":\"\"}\n{\"id\":\"3\",\"text\":\"The lamp flickers.\"}\n");
        answers.Count.ShouldBe(5);
        answers.Take(4).Select(answer => answer.GetProperty("outcome").GetString()).ShouldBe(["added", "rejected", "rejected", "added"]);
        answers[1].GetProperty("reason").GetString()!.ShouldContain("no JSON object");
        answers[4].GetProperty("added").GetInt64().ShouldBe(2);
        answers[4].GetProperty("rejected").GetInt64().ShouldBe(2);
    }

    [Fact]
    public async Task TheSamePushAgainChangesNothing()
    {
        using var client = await service.WithWorkspaceAsync("again");
        const string Posts = "{\"id\":\"1\",\"text\":\"The hub is fine.\"}\n";
        (await PushAsync(client, "again", Posts))[^1].GetProperty("added").GetInt64().ShouldBe(1);
        (await PushAsync(client, "again", Posts))[^1].GetProperty("unchanged").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task AnArrayThatBreaksOffKeepsWhatCameBefore()
    {
        using var client = await service.WithWorkspaceAsync("broken");
        var answers = await PushAsync(client, "broken", "[{\"id\":\"1\",\"text\":\"The hub is fine.\"},{\"id\":", "application/json");
        answers[^1].GetProperty("added").GetInt64().ShouldBe(1);
        answers[^1].GetProperty("rejected").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task ABodyAboveTheLimitIsRefused()
    {
        using var client = await service.WithWorkspaceAsync("large");
        using var body = new ByteArrayContent(new byte[(64 << 20) + 1]);
        body.Headers.Add("Content-Type", "application/x-ndjson");
        client.DefaultRequestHeaders.ExpectContinue = true;
        (await client.PostAsync("/api/v1/workspaces/large/posts", body)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    private static async Task<List<JsonElement>> PushAsync(HttpClient client, string workspace, string posts, string type = "application/x-ndjson")
    {
        using var body = new StringContent(posts, Encoding.UTF8, type);
        var response = await client.PostAsync($"/api/v1/workspaces/{workspace}/posts", body);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return [.. (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
    }
}
