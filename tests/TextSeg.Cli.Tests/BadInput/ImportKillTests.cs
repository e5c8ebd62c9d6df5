using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Storage.Catalog;

namespace TextSeg.Cli.Tests.BadInput;

/// <summary>kill -9 of the service while it reads an uploaded file.</summary>
public sealed class ImportKillTests : IDisposable
{
    private const int Posts = 40_000;
    private const int BadEvery = 10_000;
    private const int RecordsOfABatch = 1_000;
    private const string Imports = "/api/v1/workspaces/default/imports";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private readonly MineFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task KilledWhileItReadsItGoesOnWhereItWasAndEveryRecordIsCountedOnce()
    {
        var (first, all) = (_folder.File("first.jsonl"), _folder.File("all.jsonl"));
        File.WriteAllText(first, "{\"id\":\"0\",\"text\":\"The hub of the hall is fine.\"}\n");
        _folder.Mine(first, "--source", "earlier").ShouldBeGood();
        File.WriteAllLines(all, Enumerable.Range(0, Posts).Select(i => i % BadEvery == BadEvery / 2 ? "no object" : $"{{\"id\":\"{i}\",\"text\":\"The lamp of flat {i} flickers.\",\"member\":\"m{i % 70}\"}}"));
        const int Bad = Posts / BadEvery;

        using var service = await ServedFolder.StartAsync(_folder.Place);
        using var body = new ByteArrayContent(await File.ReadAllBytesAsync(all));
        var import = await (await service.Client.PostAsync($"{Imports}?source=forum", body)).Content.ReadFromJsonAsync<JsonElement>();
        var place = $"{Imports}/{import.GetProperty("id").GetInt64()}";
        var reached = await UntilAsync(service, place, counts => counts.GetProperty("records").GetInt64() >= RecordsOfABatch);
        reached.GetProperty("state").GetString().ShouldBe("running", "the file must be long enough to be killed within");
        await service.KillAndStartAsync(EndLeases);

        var ended = await UntilAsync(service, place, _ => false);
        ended.GetProperty("state").GetString().ShouldBe("finished");
        var counts = ended.GetProperty("counts");
        (counts.GetProperty("records").GetInt64(), counts.GetProperty("added").GetInt64(), counts.GetProperty("unchanged").GetInt64(), counts.GetProperty("rejected").GetInt64())
            .ShouldBe((Posts, Posts - Bad, 0, Bad));
        (await service.Client.GetFromJsonAsync<JsonElement>($"{place}/rejected")).GetProperty("items").EnumerateArray().Select(row => row.GetProperty("line").GetInt64())
            .ShouldBe(Enumerable.Range(0, Bad).Select(i => (i * (long)BadEvery) + (BadEvery / 2) + 1));
        _folder.Read(tables => tables.Posts.Count(post => post.Source == "forum")).ShouldBe(Posts - Bad);
    }

    // A lease that a killed process held ends after two minutes; the test does not wait.
    private void EndLeases()
    {
        using var context = ServiceCatalog.Open(_folder.Data).CreateContext();
        context.Leases.ExecuteDelete();
    }

    private static async Task<JsonElement> UntilAsync(ServedFolder service, string place, Func<JsonElement, bool> isReached)
    {
        while (true)
        {
            var import = await service.Client.GetFromJsonAsync<JsonElement>(place);
            if (isReached(import.GetProperty("counts")) || import.GetProperty("state").GetString() is not ("waiting" or "running"))
            {
                return import;
            }

            await Task.Delay(Pause);
        }
    }
}
