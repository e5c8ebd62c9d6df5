using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TextSeg.Engine.Hosting;

namespace TextSeg.Server.Tests.Api;

public sealed class ImportsApiTests(RunningService service) : IClassFixture<RunningService>
{
    private const string Csv = "id,author,body,created\n1,mia,The hub of the hall is fine.,2024-05-01\n2,ben,,2024-05-02\n3,mia,The lamp of the hall flickers every evening.,2024-05-03\n";

    [Fact]
    public async Task AFileIsReadAsTheCommandLineReadsItAndToldHowItWasUnderstood()
    {
        using var client = await service.WithWorkspaceAsync("csv");
        var import = await EndedAsync(client, "csv", await UploadAsync(client, "csv", "?file=visits.csv", Csv));
        import.GetProperty("state").GetString().ShouldBe("finished");
        import.GetProperty("source").GetString().ShouldBe("visits");
        Counts(import).ShouldBe((3, 2, 0, 0, 1));
        import.GetProperty("understood").GetProperty("columns").GetString()!.ShouldContain("text=body");
        var rejected = (await client.GetFromJsonAsync<JsonElement>($"{Path("csv")}/{Id(import)}/rejected")).GetProperty("items").EnumerateArray().Single();
        rejected.GetProperty("line").GetInt64().ShouldBe(3);
        rejected.GetProperty("reason").GetString()!.ShouldBe("The text (body) is empty.");
        Posts("csv").ShouldBe(["1 mia", "3 mia"]);
        Directory.GetFiles(Folder("csv")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[{\"id\":\"1\",\"text\":\"The hub is fine today.\"}]", false)]
    [InlineData("{\"id\":\"1\",\"text\":\"The hub is fine today.\"}\n", true)]
    [InlineData("From a@forum.example Mon Apr 01 10:00:00 2024\nFrom: A <a@forum.example>\nMessage-ID: <1>\nSubject: Hub\n\nThe hub is fine today.\n", false)]
    public async Task EveryFormatIsReadPackedOrNot(string content, bool isPacked)
    {
        var name = $"format{content.Length}";
        using var client = await service.WithWorkspaceAsync(name);
        var body = isPacked ? Packed(stream => stream.Write(Encoding.UTF8.GetBytes(content))) : Encoding.UTF8.GetBytes(content);
        var import = await EndedAsync(client, name, await UploadAsync(client, name, "?source=given", body));
        import.GetProperty("state").GetString().ShouldBe("finished", import.ToString());
        Counts(import).ShouldBe((1, 1, 0, 0, 0));
    }

    [Fact]
    public async Task ColumnsThatAreNamedAreTaken()
    {
        using var client = await service.WithWorkspaceAsync("named");
        var import = await EndedAsync(client, "named", await UploadAsync(client, "named", "?columns=text=author,member=body&kind=chat", Csv));
        import.GetProperty("understood").GetProperty("columns").GetString()!.ShouldContain("text=author,");
        import.GetProperty("understood").GetProperty("kind").GetString().ShouldBe("chat");
    }

    [Fact]
    public async Task TheSameFileAgainIsTheSameImport()
    {
        using var client = await service.WithWorkspaceAsync("twice");
        var first = await UploadAsync(client, "twice", "", Csv);
        await EndedAsync(client, "twice", first);
        using var again = await SendAsync(client, "twice", "", Encoding.UTF8.GetBytes(Csv));
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        Id(await again.Content.ReadFromJsonAsync<JsonElement>()).ShouldBe(Id(first));
        Id(await UploadAsync(client, "twice", "?source=other", Csv)).ShouldNotBe(Id(first));
    }

    [Fact]
    public async Task AFileThatSwellsIsReadToTheLimitOnly()
    {
        await using var small = await RunningService.WithAsync(("Imports:MostUnpackedMebibytes", "1"));
        using var client = await small.WithWorkspaceAsync("bomb");
        var line = Encoding.UTF8.GetBytes("{\"text\":\"" + new string('a', 1_000) + " hub\"}\n");
        var import = await EndedAsync(client, "bomb", await UploadAsync(client, "bomb", "", Packed(stream => Repeat(stream, line, 50_000))));
        import.GetProperty("state").GetString().ShouldBe("finished");
        import.GetProperty("counts").GetProperty("records").GetInt64().ShouldBeLessThan(1_100);
        var rejected = (await client.GetFromJsonAsync<JsonElement>($"{Path("bomb")}/{Id(import)}/rejected?limit=1000")).GetProperty("items").EnumerateArray().ToArray();
        rejected[^1].GetProperty("reason").GetString()!.ShouldContain("1,048,576 bytes unpacked");
    }

    [Fact]
    public async Task AFileThatIsNoneFailsWithTheReasonAndMayBeSentAgain()
    {
        using var client = await service.WithWorkspaceAsync("none");
        var import = await EndedAsync(client, "none", await UploadAsync(client, "none", "?file=a.csv", "   "));
        import.GetProperty("state").GetString().ShouldBe("failed");
        import.GetProperty("failure").GetString().ShouldBe("a.csv is empty: there is nothing to read.");
        Id(await UploadAsync(client, "none", "?file=a.csv", "   ")).ShouldNotBe(Id(import));
    }

    [Theory]
    [InlineData("?columns=nonsense", "names no column")]
    [InlineData("?file=..%2Fa.csv", "no folder")]
    [InlineData("?source=%00", "control characters")]
    [InlineData("?kind=song", "Bad Request")]
    public async Task AWrongWishIsRefusedBeforeAnythingIsKept(string query, string reason)
    {
        using var client = await service.WithWorkspaceAsync($"wish{Math.Abs(query.Length)}");
        using var answer = await SendAsync(client, $"wish{Math.Abs(query.Length)}", query, [1]);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(reason);
    }

    [Fact]
    public async Task AnImportThatHasEndedCanBeTakenOutOfTheListAndItsPostsStay()
    {
        using var client = await service.WithWorkspaceAsync("gone");
        var import = await EndedAsync(client, "gone", await UploadAsync(client, "gone", "", Csv));
        (await client.PostAsync($"{Path("gone")}/{Id(import)}/cancel", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.DeleteAsync($"{Path("gone")}/{Id(import)}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await client.GetAsync($"{Path("gone")}/{Id(import)}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetFromJsonAsync<JsonElement>(Path("gone"))).GetProperty("items").GetArrayLength().ShouldBe(0);
        Posts("gone").Count.ShouldBe(2);
    }

    private static void Repeat(Stream stream, byte[] line, int times)
    {
        for (var i = 0; i < times; i++)
        {
            stream.Write(line);
        }
    }

    private static byte[] Packed(Action<Stream> write)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            write(gzip);
        }

        return packed.ToArray();
    }

    private static string Path(string workspace) => $"/api/v1/workspaces/{workspace}/imports";

    private static long Id(JsonElement import) => import.GetProperty("id").GetInt64();

    private static (long, long, long, long, long) Counts(JsonElement import)
    {
        var counts = import.GetProperty("counts");
        return (counts.GetProperty("records").GetInt64(), counts.GetProperty("added").GetInt64(), counts.GetProperty("changed").GetInt64(), counts.GetProperty("unchanged").GetInt64(), counts.GetProperty("rejected").GetInt64());
    }

    private static Task<JsonElement> UploadAsync(HttpClient client, string workspace, string query, string content) => UploadAsync(client, workspace, query, Encoding.UTF8.GetBytes(content));

    private static async Task<JsonElement> UploadAsync(HttpClient client, string workspace, string query, byte[] content)
    {
        using var answer = await SendAsync(client, workspace, query, content);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string workspace, string query, byte[] content)
    {
        var body = new ByteArrayContent(content);
        body.Headers.ContentType = new("application/octet-stream");
        return client.PostAsync(Path(workspace) + query, body);
    }

    private static async Task<JsonElement> EndedAsync(HttpClient client, string workspace, JsonElement import)
    {
        while (import.GetProperty("state").GetString() is "waiting" or "running")
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            import = await client.GetFromJsonAsync<JsonElement>($"{Path(workspace)}/{Id(import)}");
        }

        return import;
    }

    private LiveWorkspace Live(string workspace) => service.Services.GetRequiredService<WorkspaceRegistry>().Open(workspace);

    private string Folder(string workspace) => System.IO.Path.Combine(Live(workspace).Folder, "imports");

    private List<string> Posts(string workspace)
    {
        using var view = Live(workspace).OpenToRead();
        using var tables = view.CreateContext();
        return [.. tables.Posts.OrderBy(post => post.Id).Select(post => post.ExternalId + " " + tables.Members.First(member => member.Id == post.MemberId).ExternalId)];
    }
}
