using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TextSeg.Engine.Hosting;

namespace TextSeg.Server.Tests.Api;

public sealed class ReceiversApiTests(RunningService service) : IClassFixture<RunningService>
{
    private const string Secret = "a-secret-of-the-forum";
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task APostOfAForumIsTakenChangedAndTakenOutAsItsMessagesTell()
    {
        using var client = await service.WithWorkspaceAsync("forum");
        var path = await ReceiverAsync(client, "forum", "discourse");
        (await SendAsync(path, "post_created", Post(7, "The hub is fine."))).Outcome.ShouldBe("added");
        (await SendAsync(path, "post_created", Post(7, "The hub is fine."))).Outcome.ShouldBe("repeated");
        (await SendAsync(path, "post_edited", Post(7, "The hub is loud."))).Outcome.ShouldBe("changed");
        Texts("forum").ShouldBe(["The hub is loud."]);
        (await SendAsync(path, "post_destroyed", Post(7, "The hub is loud."))).Outcome.ShouldBe("removed");
        await UntilAsync(() => Texts("forum").Count == 0);
        (await SendAsync(path, "post_edited", Post(7, "The hub is back by an older message."))).Outcome.ShouldBe("ignored");
        (await SendAsync(path, "post_recovered", Post(7, "The hub is loud."))).Outcome.ShouldBe("added");
        Texts("forum").ShouldBe(["The hub is loud."]);
    }

    [Fact]
    public async Task AThreadThatIsDeletedTakesItsPostsAlong()
    {
        using var client = await service.WithWorkspaceAsync("thread");
        var path = await ReceiverAsync(client, "thread", "discourse");
        await SendAsync(path, "post_created", Post(1, "The hub is fine."));
        await SendAsync(path, "post_created", Post(2, "It is."));
        (await SendAsync(path, "topic_destroyed", "{\"topic\":{\"id\":70}}")).Outcome.ShouldBe("removed");
        await UntilAsync(() => Texts("thread").Count == 0);
    }

    [Fact]
    public async Task AWrongSignatureAndAnUnknownAddressAreAnsweredAlike()
    {
        using var client = await service.WithWorkspaceAsync("signed");
        var path = await ReceiverAsync(client, "signed", "discourse");
        var wrong = await RawAsync(path, "post_created", Post(1, "The hub is fine."), "sha256=" + new string('0', 64));
        var unknown = await RawAsync("/hooks/nothing", "post_created", Post(1, "The hub is fine."), "sha256=" + new string('0', 64));
        (wrong.StatusCode, unknown.StatusCode).ShouldBe((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized));
        (await wrong.Content.ReadFromJsonAsync<JsonElement>()).EnumerateObject().Where(part => part.Name != "traceId").Select(part => part.Value.ToString())
            .ShouldBe((await unknown.Content.ReadFromJsonAsync<JsonElement>()).EnumerateObject().Where(part => part.Name != "traceId").Select(part => part.Value.ToString()));
        (await RawAsync(path, "post_created", Post(1, "The hub is fine."), null)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        Texts("signed").ShouldBeEmpty();
        (await client.GetFromJsonAsync<JsonElement>("/api/v1/workspaces/signed/receivers")).GetProperty("items")[0].GetProperty("refused").GetInt64().ShouldBe(2);
    }

    [Fact]
    public async Task AnOldMessageIsNotTaken()
    {
        using var client = await service.WithWorkspaceAsync("old");
        var path = await ReceiverAsync(client, "old", "discourse");
        (await SendAsync(path, "post_created", Post(1, "The hub is fine.", DateTimeOffset.Parse("2024-01-01T00:00:00Z", CultureInfo.InvariantCulture)))).Outcome.ShouldBe("ignored");
        Texts("old").ShouldBeEmpty();
    }

    [Fact]
    public async Task ATicketIsTakenAndTakenOutAsItsMessagesTell()
    {
        using var client = await service.WithWorkspaceAsync("desk");
        var path = await ReceiverAsync(client, "desk", "zendesk");
        (await TicketAsync(path, "created")).Outcome.ShouldBe("added");
        (await TicketAsync(path, "soft_deleted")).Outcome.ShouldBe("removed");
        await UntilAsync(() => Texts("desk").Count == 0);
    }

    [Fact]
    public async Task AMessageAboutSomethingElseOrWithoutSenseIsAnswered()
    {
        using var client = await service.WithWorkspaceAsync("other");
        var path = await ReceiverAsync(client, "other", "discourse");
        (await SendAsync(path, "ping", "{\"ping\":\"OK\"}")).Outcome.ShouldBe("ignored");
        (await SendAsync(path, "post_created", "no json")).Outcome.ShouldBe("rejected");
        (await SendAsync(path, "post_destroyed", "[]")).Outcome.ShouldBe("ignored");
    }

    [Fact]
    public async Task TheSecretIsShownOnceAndKeptClosed()
    {
        using var client = await service.WithWorkspaceAsync("secret");
        var made = await (await client.PostAsJsonAsync("/api/v1/workspaces/secret/receivers", new { kind = "discourse", source = "forum" })).Content.ReadFromJsonAsync<JsonElement>();
        var secret = made.GetProperty("secret").GetString()!;
        (await client.GetStringAsync("/api/v1/workspaces/secret/receivers")).ShouldNotContain(secret);
        foreach (var file in Directory.GetFiles(service.Folder, "service.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            (await reader.ReadToEndAsync()).ShouldNotContain(secret);
        }
    }

    [Fact]
    public async Task AnAddressThatWasEndedTakesNothing()
    {
        using var client = await service.WithWorkspaceAsync("ended");
        var path = await ReceiverAsync(client, "ended", "discourse");
        var id = (await client.GetFromJsonAsync<JsonElement>("/api/v1/workspaces/ended/receivers")).GetProperty("items")[0].GetProperty("id").GetInt64();
        (await client.DeleteAsync($"/api/v1/workspaces/ended/receivers/{id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await client.DeleteAsync($"/api/v1/workspaces/ended/receivers/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await RawAsync(path, "post_created", Post(1, "The hub is fine."), Signed(Post(1, "The hub is fine.")))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static string Post(long id, string text, DateTimeOffset? updated = null) => JsonSerializer.Serialize(new
    {
        post = new { id, topic_id = 70, post_number = id, username = "mia", user_id = 3, raw = text, created_at = "2026-01-01T10:00:00Z", updated_at = updated ?? Now },
    });

    private static string Signed(string body) => "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(body)));

    private static async Task<string> ReceiverAsync(HttpClient client, string workspace, string kind)
    {
        var answer = await client.PostAsJsonAsync($"/api/v1/workspaces/{workspace}/receivers", new { kind, source = "forum", secret = Secret });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        var made = await answer.Content.ReadFromJsonAsync<JsonElement>();
        made.GetProperty("secret").GetString().ShouldBe(Secret);
        return made.GetProperty("receiver").GetProperty("path").GetString()!;
    }

    private async Task<(string Outcome, string? Reason)> SendAsync(string path, string eventName, string body) => await AnswerAsync(await RawAsync(path, eventName, body, Signed(body)));

    private async Task<HttpResponseMessage> RawAsync(string path, string eventName, string body, string? signature)
    {
        using var client = service.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Discourse-Event", eventName);
        request.Headers.Add("X-Discourse-Event-Signature", signature is null ? [] : [signature]);
        return await client.SendAsync(request);
    }

    private async Task<(string Outcome, string? Reason)> TicketAsync(string path, string what)
    {
        using var client = service.Anonymous();
        var body = $"{{\"type\":\"zen:event-type:ticket.{what}\",\"detail\":{{\"id\":\"5\",\"subject\":\"Hub\",\"description\":\"The hub is fine.\",\"requester_id\":\"8\"}}}}";
        var sent = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Zendesk-Webhook-Signature-Timestamp", sent);
        request.Headers.Add("X-Zendesk-Webhook-Signature", Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(sent + body))));
        return await AnswerAsync(await client.SendAsync(request));
    }

    private static async Task<(string Outcome, string? Reason)> AnswerAsync(HttpResponseMessage response)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return (answer.GetProperty("outcome").GetString()!, answer.GetProperty("reason").GetString());
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private List<string> Texts(string workspace)
    {
        using var view = service.Services.GetRequiredService<WorkspaceRegistry>().Open(workspace).OpenToRead();
        using var tables = view.CreateContext();
        return [.. tables.Posts.OrderBy(post => post.Id).Select(post => post.RawText)];
    }
}
