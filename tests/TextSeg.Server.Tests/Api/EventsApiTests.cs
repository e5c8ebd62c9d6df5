using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using TextSeg.Engine.Access;

namespace TextSeg.Server.Tests.Api;

public sealed class EventsApiTests(MinedService service) : IClassFixture<MinedService>
{
    private static string Root => MinedService.Root;

    [Fact]
    public async Task EachRecordIsAnsweredAndTheSameAgainChangesNothing()
    {
        using var client = await service.ClientAsync(Role.Analyst);
        const string Events = "{\"id\":\"1\",\"member\":\"anna\",\"kind\":\"order\",\"time\":\"2024-05-01\",\"value\":10}\nnot json\n{\"id\":\"2\",\"member\":\"anna\",\"kind\":\"two words\",\"time\":\"2024-05-01\"}\n";
        var first = await PushAsync(client, "shop", Events);
        first.Take(3).Select(answer => answer.GetProperty("outcome").GetString()).ShouldBe(["added", "rejected", "rejected"]);
        first[3].GetProperty("rejected").GetInt64().ShouldBe(2);
        (await PushAsync(client, "shop", Events))[0].GetProperty("outcome").GetString().ShouldBe("unchanged");
        (await PushAsync(client, "shop", Events.Replace("10}", "12}", StringComparison.Ordinal)))[0].GetProperty("outcome").GetString().ShouldBe("changed");
    }

    [Fact]
    public async Task CardsOfSegmentsShowWhatTheirMembersDid()
    {
        using var client = await service.ClientAsync(Role.Administrator);
        var segment = (await client.GetFromJsonAsync<JsonElement>($"{Root}/segments")).GetProperty("items").EnumerateArray().OrderByDescending(one => one.GetProperty("members").GetInt32()).First();
        segment.GetProperty("behaviour").GetArrayLength().ShouldBe(0);
        var audience = (await client.GetStringAsync($"{Root}/exports/segments/{segment.GetProperty("id").GetString()}/members?form=jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var members = audience.Select(line => JsonSerializer.Deserialize<JsonElement>(line)).Select(row => row.GetProperty("member").GetString()!).ToArray();
        members.Length.ShouldBeGreaterThanOrEqualTo(5);
        var orders = members.SelectMany((member, i) => Enumerable.Range(0, 2).Select(k => $"{{\"id\":\"c{i}-{k}\",\"member\":{JsonSerializer.Serialize(member)},\"kind\":\"order\",\"time\":\"2024-05-01\",\"value\":5}}"));
        (await PushAsync(client, "api", string.Join('\n', orders)))[^1].GetProperty("added").GetInt64().ShouldBe(members.Length * 2);

        var figure = (await client.GetFromJsonAsync<JsonElement>($"{Root}/segments/{segment.GetProperty("id").GetString()}")).GetProperty("behaviour").EnumerateArray().Single();
        (figure.GetProperty("kind").GetString(), figure.GetProperty("share").GetDouble(), figure.GetProperty("perMember").GetDouble(), figure.GetProperty("valuePerMember").GetDouble()).ShouldBe(("order", 1, 2, 10));
    }

    [Fact]
    public async Task EventsOfAMemberAreInTheirRecordAndGoWithThemAndStayOut()
    {
        using var client = await service.ClientAsync(Role.Administrator);
        const string Event = "{\"id\":\"x1\",\"member\":\"zoe\",\"kind\":\"visit\",\"time\":\"2024-05-01\"}\n";
        await PushAsync(client, "club", Event);
        (await client.GetFromJsonAsync<JsonElement>($"{Root}/member-record?source=club&member=zoe")).GetProperty("events")[0].GetProperty("kind").GetString().ShouldBe("visit");
        var receipt = await (await client.PostAsJsonAsync($"{Root}/erasures", new { source = "club", member = "zoe" })).Content.ReadFromJsonAsync<JsonElement>();
        receipt.GetProperty("counts").GetProperty("events").GetInt32().ShouldBe(1);
        (await client.GetAsync($"{Root}/member-record?source=club&member=zoe")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await PushAsync(client, "club", Event))[0].GetProperty("reason").GetString()!.ShouldContain("was erased");
    }

    private static async Task<List<JsonElement>> PushAsync(HttpClient client, string source, string events)
    {
        using var body = new StringContent(events, Encoding.UTF8, "application/x-ndjson");
        var response = await client.PostAsync($"{Root}/events?source={source}", body);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return [.. (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
    }
}
