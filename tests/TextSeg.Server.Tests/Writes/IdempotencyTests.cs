using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using TextSeg.Engine.Access;

namespace TextSeg.Server.Tests.Writes;

public sealed class IdempotencyTests(RunningService service) : IClassFixture<RunningService>
{
    [Fact]
    public async Task TheSameWriteAgainGivesTheSameAnswerAndDoesNothing()
    {
        using var client = await service.ClientAsync(Role.Administrator);
        var first = await SendAsync(client, "/api/v1/keys", "same", new { name = "sent twice", role = "reader" });
        var second = await SendAsync(client, "/api/v1/keys", "same", new { name = "sent twice", role = "reader" });
        second.StatusCode.ShouldBe(HttpStatusCode.Created);
        second.Headers.Location.ShouldBe(first.Headers.Location);
        second.Content.Headers.ContentType.ShouldBe(first.Content.Headers.ContentType);
        (await second.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        (first.Headers.Contains("Idempotent-Replayed"), second.Headers.Contains("Idempotent-Replayed")).ShouldBe((false, true));
        (await KeysNamedAsync(client, "sent twice")).ShouldBe(1);
    }

    [Fact]
    public async Task AnotherRequestUnderTheSameKeyIsRefused()
    {
        using var client = await service.ClientAsync(Role.Administrator);
        await SendAsync(client, "/api/v1/keys", "other", new { name = "first of two", role = "reader" });
        (await SendAsync(client, "/api/v1/keys", "other", new { name = "second of two", role = "reader" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await KeysNamedAsync(client, "second of two")).ShouldBe(0);
    }

    [Fact]
    public async Task OfManyAtTheSameMomentOneIsDone()
    {
        using var client = await service.ClientAsync(Role.Administrator);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendAsync(client, "/api/v1/keys", "rush", new { name = "sent at once", role = "reader" })));
        (await KeysNamedAsync(client, "sent at once")).ShouldBe(1);
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Created || (answer.StatusCode == HttpStatusCode.Conflict && answer.Headers.RetryAfter != null));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created && !answer.Headers.Contains("Idempotent-Replayed")).ShouldBe(1);
    }

    [Fact]
    public async Task AWriteThatWasRefusedMayBeSentRightUnderTheSameKey()
    {
        using var client = await service.ClientAsync(Role.Administrator);
        (await SendAsync(client, "/api/v1/keys", "mended", new { name = "", role = "reader" })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await SendAsync(client, "/api/v1/keys", "mended", new { name = "now right", role = "reader" })).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task TheSecretInAKeptAnswerStandsInNoFile()
    {
        using var client = await service.ClientAsync(Role.Administrator);
        var made = await (await SendAsync(client, "/api/v1/keys", "secret", new { name = "kept closed", role = "reader" })).Content.ReadFromJsonAsync<JsonElement>();
        var secret = Encoding.UTF8.GetBytes(made.GetProperty("secret").GetString()!);
        foreach (var path in Directory.EnumerateFiles(service.Folder, "service.db*"))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes);
            bytes.ToArray().AsSpan().IndexOf(secret).ShouldBe(-1, path);
        }
    }

    [Theory]
    [InlineData("a\tb")]
    [InlineData(null)]
    public async Task AKeyThatIsTooLongOrNoPlainTextIsRefused(string? name)
    {
        using var client = await service.ClientAsync(Role.Administrator);
        (await SendAsync(client, "/api/v1/keys", name ?? new string('k', 201), new { name = "never made", role = "reader" })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await KeysNamedAsync(client, "never made")).ShouldBe(0);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string path, string key, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return await client.SendAsync(request);
    }

    private static async Task<int> KeysNamedAsync(HttpClient client, string name) =>
        (await client.GetFromJsonAsync<JsonElement>("/api/v1/keys?limit=1000")).GetProperty("items").EnumerateArray().Count(key => key.GetProperty("name").GetString() == name);
}
