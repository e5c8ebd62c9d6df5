using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using TextSeg.Engine.Samples;

namespace TextSeg.Server.Tests.MemberRights;

/// <summary>A member with words that nobody else uses is mined with a community, and erased; then every file of the data folder and every table is searched.</summary>
public abstract class ErasureConformance(RunningService service) : IAsyncLifetime
{
    private const string Root = "/api/v1/workspaces/leaving";
    private static readonly string[] Planted = ["Quillbrand", "zimtwolke", "vexington", "mq77zulu", "ordervole"];

    public ValueTask InitializeAsync() => service.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task NothingOfAnErasedMemberIsLeftInAnyFileOrTable()
    {
        using var client = await service.WithWorkspaceAsync("leaving");
        await PushAsync(client, Community() + PlantedPosts());
        (await PushAsync(client, PlantedEvents(), "events")).ShouldContain("\"added\":3");
        await RunAsync(client);
        (await PushAsync(client, PlantedPosts().Replace("planted-", "later-", StringComparison.Ordinal))).ShouldContain("\"added\":8");
        var second = await RunAsync(client);
        (await client.GetStringAsync($"{Root}/runs/{second}/comparison")).ShouldNotBeEmpty();
        Found().ShouldBe(Planted, ignoreOrder: true);
        var record = await client.GetFromJsonAsync<JsonElement>($"{Root}/member-record?source=api&member=mq77zulu");
        record.GetProperty("posts").GetArrayLength().ShouldBe(16);
        await client.PostAsJsonAsync($"{Root}/consent", new { source = "api", member = "mq77zulu", purpose = "contact", isGiven = true, text = "May we write to you?", version = "1" });

        var receipt = await (await client.PostAsJsonAsync($"{Root}/erasures", new { source = "api", member = "mq77zulu" })).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();

        receipt.GetProperty("counts").GetProperty("posts").GetInt32().ShouldBe(16);
        receipt.GetProperty("counts").GetProperty("vectors").GetInt32().ShouldBe(16);
        receipt.GetProperty("counts").GetProperty("events").GetInt32().ShouldBe(3);
        receipt.GetProperty("finishedAt").ValueKind.ShouldBe(JsonValueKind.String);
        Found().ShouldBeEmpty();
        (await client.GetAsync($"{Root}/member-record?source=api&member=mq77zulu")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await PushAsync(client, PlantedPosts())).ShouldContain("\"rejected\":8");
        (await PushAsync(client, PlantedEvents(), "events")).ShouldContain("\"rejected\":3");
        Found().ShouldBeEmpty();
        await RunAsync(client);
        Found().ShouldBeEmpty();
    }

    private static string Community()
    {
        using var posts = new MemoryStream();
        SampleWriter.Write(new SampleCommunity(new SampleOptions { Members = 60, Posts = 400, Languages = ["en"] }), posts, null);
        return Encoding.UTF8.GetString(posts.ToArray());
    }

    private static string PlantedPosts() => string.Concat(Enumerable.Range(1, 8).Select(i => JsonSerializer.Serialize(new
    {
        id = $"planted-{i}", member = "mq77zulu", member_name = "Vexington", text = $"My Quillbrand lamp number {i} flickers whenever the zimtwolke programme starts, and I, Vexington, want it replaced.",
    }) + "\n"));

    private static string PlantedEvents() => string.Concat(Enumerable.Range(1, 3).Select(i => $"{{\"id\":\"ordervole-{i}\",\"member\":\"mq77zulu\",\"kind\":\"order\",\"time\":\"2024-05-0{i}\",\"value\":5}}\n"));

    private static async Task<string> PushAsync(HttpClient client, string posts, string to = "posts")
    {
        using var body = new StringContent(posts, Encoding.UTF8, "application/x-ndjson");
        return await (await client.PostAsync($"{Root}/{to}", body)).EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    private static async Task<string> RunAsync(HttpClient client)
    {
        var run = await (await client.PostAsync($"{Root}/runs", null)).Content.ReadFromJsonAsync<JsonElement>();
        (await client.GetStringAsync($"{Root}/runs/{run.GetProperty("id")}/progress")).ShouldContain("\"state\":\"finished\"");
        return run.GetProperty("id").ToString();
    }

    /// <summary>The planted words that some file or table holds.</summary>
    private string[] Found() => [.. FolderSearch.Found(service.Folder, Planted).Union(Planted.Where(word => service.Rows().Any(row => row.Contains(word, StringComparison.OrdinalIgnoreCase))))];
}

public sealed class ErasureTests() : ErasureConformance(new RunningService());

public sealed class PostgreSqlErasureTests() : ErasureConformance(RunningService.OnPostgreSql());
