using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Samples;

namespace TextSeg.Server.Tests.MemberRights;

/// <summary>Old posts with words that nobody else uses are mined with a community; their time ends; then every file of the data folder and every table is searched.</summary>
public abstract class RetentionConformance(RunningService service) : IAsyncLifetime
{
    private const string Root = "/api/v1/workspaces/aging";

    // Of a member who wrote long ago only, and of one who still writes.
    private static readonly string[] Gone = ["Quillbrand", "zimtwolke", "Vexington", "mq77zulu", "harkenvole", "ordervole"];

    public ValueTask InitializeAsync() => service.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task PostsWhoseTimeHasEndedLeaveNothingInAnyFileOrTable()
    {
        using var client = await service.WithWorkspaceAsync("aging");
        await PushAsync(client, Community(), "api");
        await PushAsync(client, PlantedPosts(), "old");
        await PushAsync(client, PlantedEvents(), "old", "events");
        await RunAsync(client);
        Found().ShouldBe(Gone, ignoreOrder: true);
        (await client.PutAsJsonAsync($"{Root}/sources/old/retention", new { days = 0 })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await client.PutAsJsonAsync($"{Root}/sources/old/retention", new { days = 365 })).EnsureSuccessStatusCode();
        var preview = await client.GetFromJsonAsync<JsonElement>($"{Root}/sources/old/retention/preview?days=365");
        (Number(preview, "posts"), Number(preview, "members"), Number(preview, "membersWithNothingLeft"), Number(preview, "postsWithoutTime"), Number(preview, "events")).ShouldBe((12, 2, 1, 1, 2));

        var tomorrow = service.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(1);
        var receipt = (await service.Services.GetRequiredService<WorkspaceRetention>().RunDueAsync(tomorrow, TestContext.Current.CancellationToken)).ShouldHaveSingleItem();

        (receipt.Counts!.Posts, receipt.Counts.Vectors, receipt.Counts.Events).ShouldBe((12, 12, 2));
        Found().ShouldBeEmpty();
        Items(await client.GetFromJsonAsync<JsonElement>($"{Root}/retention/receipts")).Single().GetProperty("finishedAt").ValueKind.ShouldBe(JsonValueKind.String);
        Items(await client.GetFromJsonAsync<JsonElement>($"{Root}/audit")).ShouldContain(entry => entry.GetProperty("action").GetString() == "retention.run");
        Items(await client.GetFromJsonAsync<JsonElement>($"{Root}/retention")).Single().GetProperty("doneAt").ValueKind.ShouldBe(JsonValueKind.String);
        (await client.GetFromJsonAsync<JsonElement>($"{Root}/member-record?source=old&member=stays7")).GetProperty("posts").GetArrayLength().ShouldBe(2, "the newer one, and the one that tells no time");
        (await client.GetFromJsonAsync<JsonElement>($"{Root}/member-record?source=old&member=stays7")).GetProperty("events").GetArrayLength().ShouldBe(1, "the newer one");
        (await client.GetAsync($"{Root}/member-record?source=old&member=mq77zulu")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await RunAsync(client);
        Found().ShouldBeEmpty();
        (await client.DeleteAsync($"{Root}/sources/old/retention")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    private static int Number(JsonElement of, string name) => of.GetProperty(name).GetInt32();

    private static JsonElement[] Items(JsonElement page) => [.. page.GetProperty("items").EnumerateArray()];

    private static string Community()
    {
        using var posts = new MemoryStream();
        SampleWriter.Write(new SampleCommunity(new SampleOptions { Members = 60, Posts = 400, Languages = ["en"] }), posts, null);
        return Encoding.UTF8.GetString(posts.ToArray());
    }

    private static string PlantedPosts()
    {
        var now = TimeProvider.System.GetUtcNow();
        return string.Concat(
            Enumerable.Range(1, 8).Select(i => Line($"a{i}", "mq77zulu", "Vexington", $"My Quillbrand lamp number {i} flickers whenever the zimtwolke programme starts.", now.AddDays(-400 - i)))
            .Concat(Enumerable.Range(1, 4).Select(i => Line($"b{i}", "stays7", "Marlow", $"The harkenvole switch number {i} clicks twice.", now.AddDays(-500 - i))))
            .Append(Line("c1", "stays7", "Marlow", "The switch in the hall is quiet now.", now.AddDays(-10)))
            .Append(Line("c2", "stays7", "Marlow", "The lamp in the hall is quiet too.", null)));
    }

    private static string PlantedEvents()
    {
        var now = TimeProvider.System.GetUtcNow();
        return string.Concat(new[] { ("ordervole-1", "mq77zulu", -400), ("ordervole-2", "stays7", -500), ("kept-3", "stays7", -10) }
            .Select(one => JsonSerializer.Serialize(new { id = one.Item1, member = one.Item2, kind = "order", time = now.AddDays(one.Item3).ToString("O"), value = 5 }) + "\n"));
    }

    private static string Line(string id, string member, string name, string text, DateTimeOffset? time) => JsonSerializer.Serialize(new { id, member, member_name = name, text, time = time?.ToString("O") }) + "\n";

    private static async Task PushAsync(HttpClient client, string posts, string source, string to = "posts")
    {
        using var body = new StringContent(posts, Encoding.UTF8, "application/x-ndjson");
        (await (await client.PostAsync($"{Root}/{to}?source={source}", body)).EnsureSuccessStatusCode().Content.ReadAsStringAsync()).ShouldContain("\"rejected\":0");
    }

    private static async Task RunAsync(HttpClient client)
    {
        var run = await (await client.PostAsync($"{Root}/runs", null)).Content.ReadFromJsonAsync<JsonElement>();
        (await client.GetStringAsync($"{Root}/runs/{run.GetProperty("id")}/progress")).ShouldContain("\"state\":\"finished\"");
    }

    /// <summary>The words that some file or table holds.</summary>
    private string[] Found() => [.. FolderSearch.Found(service.Folder, Gone).Union(Gone.Where(word => service.Rows().Any(row => row.Contains(word, StringComparison.OrdinalIgnoreCase))))];
}

public sealed class RetentionTests() : RetentionConformance(new RunningService());

public sealed class PostgreSqlRetentionTests() : RetentionConformance(RunningService.OnPostgreSql());
