using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TextSeg.Engine.Access;
using TextSeg.Engine.Hosting;

namespace TextSeg.Server.Tests;

/// <summary>The service on PostgreSQL against the service on SQLite. All tests of this project run on PostgreSQL where TEXTSEG_TEST_ON is "postgres".</summary>
public sealed class PostgreSqlTests
{
    private static readonly string[] Reads =
    [
        "topics?all=true&limit=1000", "segments?limit=1000", "trends?by=topic", "sources", "exports/topics", "exports/posts", "exports/segments",
    ];

    [Fact]
    public async Task TheSameCommunityHasTheSameResultsInBothDatabases()
    {
        await using var onServer = await MinedService.OnPostgreSqlAsync();
        await using var inFolder = new MinedService();
        await inFolder.InitializeAsync();
        using var one = await onServer.ClientAsync(Role.Administrator);
        using var other = await inFolder.ClientAsync(Role.Administrator);
        foreach (var read in Reads)
        {
            using var answer = await one.GetAsync($"{MinedService.Root}/{read}");
            var text = await answer.Content.ReadAsStringAsync();
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"{read}: {text}");
            text.ShouldBe(await other.GetStringAsync($"{MinedService.Root}/{read}"), read);
        }

        // Words are found by each database's own rules, so the order of hits may be another.
        using var found = await one.PostAsJsonAsync($"{MinedService.Root}/search", new { question = "the hub does not connect" });
        (await found.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("hits").GetArrayLength().ShouldBe(10);
    }

    [Fact]
    public async Task AnIdThatNoIndexTakesIsARejectedRowAndTheRestGoesOn()
    {
        await using var service = RunningService.OnPostgreSql();
        await service.InitializeAsync();
        using var client = await service.WithWorkspaceAsync("long");
        string[] records = [$$"""{"id":"{{Ids(3_000)}}","text":"The hub is fine."}""", $$"""{"id":"{{Ids(2_000)}}","text":"The hub is fine."}""", $$"""{"id":"3","member":"{{Ids(2_001)}}","text":"The hub is fine."}"""];
        using var body = new StringContent(string.Join('\n', records), Encoding.UTF8, "application/x-ndjson");
        using var answer = await client.PostAsync("/api/v1/workspaces/long/posts", body);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("""{"added":1,"changed":0,"unchanged":0,"rejected":2}""");
        using var longName = await client.GetAsync($"/api/v1/workspaces/long/consent?source=api&member={Ids(3_000)}");
        longName.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task AWorkspaceThatAnotherProcessHasWithVectorsInFilesIsRefusedAndQdrantNamed()
    {
        await using var service = RunningService.OnPostgreSql();
        await service.InitializeAsync();
        using var client = await service.WithWorkspaceAsync("ours");
        using var elsewhere = new TemporaryFolder();
        using var registry = new WorkspaceRegistry(service.Services.GetRequiredService<Engine.Storage.Catalog.ServiceCatalog>(), StorageSettings.PlaceOf(service.Settings) with { Folder = elsewhere.Path }, TimeProvider.System);
        var fault = await Should.ThrowAsync<Engine.JobException>(() => registry.Open("ours").WriteAsync(_ => Task.FromResult(true), TestContext.Current.CancellationToken));
        fault.Message.ShouldContain("Vectors=qdrant");
        fault.Message.ShouldNotContain("loopback-only", customMessage: "the password");
    }

    // Letters that do not repeat, for indexes pack what does.
    private static string Ids(int letters) => string.Concat(Enumerable.Range(0, letters / 4 + 1).Select(number => number.ToString("x4", System.Globalization.CultureInfo.InvariantCulture)))[..letters];
}
