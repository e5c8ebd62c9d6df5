using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using TextSeg.Engine.Access;

namespace TextSeg.Server.Tests.Api;

public sealed class ComparisonTests(MinedService service) : IClassFixture<MinedService>
{
    [Fact]
    public async Task ARunIsComparedWithTheOneBefore()
    {
        using var client = await service.ClientAsync(Role.Analyst);
        var first = (await client.GetFromJsonAsync<JsonElement>($"{MinedService.Root}/runs")).GetProperty("items")[0];
        (await client.GetAsync($"{MinedService.Root}/runs/{first.GetProperty("id")}/comparison")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var run = await (await client.PostAsync($"{MinedService.Root}/runs", null)).Content.ReadFromJsonAsync<JsonElement>();
        (await client.GetAsync($"{MinedService.Root}/runs/{run.GetProperty("id")}/comparison")).StatusCode.ShouldBe(HttpStatusCode.NotFound, "it has not ended");
        await client.GetStringAsync($"{MinedService.Root}/runs/{run.GetProperty("id")}/progress");

        var comparison = await client.GetFromJsonAsync<JsonElement>($"{MinedService.Root}/runs/{run.GetProperty("id")}/comparison");
        comparison.GetProperty("run").GetInt64().ShouldBe(comparison.GetProperty("before").GetInt64() + 1);
        var changes = comparison.GetProperty("topics").GetProperty("changes").EnumerateArray().ToArray();
        changes.ShouldNotBeEmpty();
        changes.ShouldAllBe(change => change.GetProperty("kind").GetString() == "stayed");
        comparison.GetProperty("topics").GetProperty("sizesAfter").GetArrayLength().ShouldBe(0, "they would tell of small groups");
        comparison.GetProperty("moves").EnumerateArray().ShouldAllBe(move => move.GetProperty("members").GetInt32() >= 5);
    }
}
