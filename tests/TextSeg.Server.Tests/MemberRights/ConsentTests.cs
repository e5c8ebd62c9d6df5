using System.Net.Http.Json;
using System.Text.Json;
using TextSeg.Engine.Access;

namespace TextSeg.Server.Tests.MemberRights;

public sealed class ConsentTests(MinedService service) : IClassFixture<MinedService>
{
    private static string Root => MinedService.Root;

    [Fact]
    public async Task OnceConsentIsAskedForAnAudienceHoldsOnlyThoseWhoAgreed()
    {
        using var client = await service.ClientAsync(Role.Administrator);
        var segment = (await client.GetFromJsonAsync<JsonElement>($"{Root}/segments")).GetProperty("items")[0].GetProperty("id").GetString();
        var all = await MembersAsync(client, segment);
        all.Length.ShouldBeGreaterThan(4);
        await SayAsync(client, all[0], true);
        await SayAsync(client, all[1], true);
        await SayAsync(client, all[1], false);
        (await MembersAsync(client, segment)).ShouldBe([all[0]]);
        var said = await client.GetFromJsonAsync<JsonElement>($"{Root}/consent?source=api&member={all[1]}");
        said.GetProperty("items").EnumerateArray().Select(consent => consent.GetProperty("isGiven").GetBoolean()).ShouldBe([true, false]);
    }

    private static async Task SayAsync(HttpClient client, string member, bool isGiven) =>
        (await client.PostAsJsonAsync($"{Root}/consent", new { source = "api", member, purpose = "contact", isGiven, text = "May we write to you?", version = "2" })).EnsureSuccessStatusCode();

    private static async Task<string[]> MembersAsync(HttpClient client, string? segment) =>
        [.. (await client.GetStringAsync($"{Root}/exports/segments/{segment}/members?form=jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line).GetProperty("member").GetString()!)];
}
