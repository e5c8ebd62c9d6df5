using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace TextSeg.Server.Tests.Schedules;

public sealed class ScheduleApiTests
{
    private const string Root = "/api/v1/workspaces/dated";

    [Fact]
    public async Task AScheduleIsSetShownCarriedOutAndTakenAway()
    {
        await using var service = await RunningService.WithAsync(("Schedules:LookEverySeconds", "1"));
        using var client = await service.WithWorkspaceAsync("dated");
        (await client.GetAsync($"{Root}/schedule")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var set = await (await client.PutAsJsonAsync($"{Root}/schedule", new { posts = 3, every = 1, unit = "months" })).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        set.GetProperty("nextAt").GetDateTimeOffset().ShouldBeGreaterThan(TimeProvider.System.GetUtcNow().AddDays(27));
        using var body = new StringContent(string.Concat(Enumerable.Range(1, 3).Select(i => $"{{\"id\":\"{i}\",\"text\":\"The hub of flat {i} is fine.\"}}\n")), Encoding.UTF8, "application/x-ndjson");
        (await client.PostAsync($"{Root}/posts", body)).EnsureSuccessStatusCode();
        while ((await client.GetFromJsonAsync<JsonElement>($"{Root}/runs")).GetProperty("items").GetArrayLength() == 0)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        (await client.GetFromJsonAsync<JsonElement>($"{Root}/schedule")).GetProperty("firedAt").ValueKind.ShouldBe(JsonValueKind.String);
        (await client.DeleteAsync($"{Root}/schedule")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await client.DeleteAsync($"{Root}/schedule")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.PutAsJsonAsync($"{Root}/schedule", new { every = 1 })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
