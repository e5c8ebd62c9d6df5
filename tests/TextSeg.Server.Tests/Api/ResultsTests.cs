using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using TextSeg.Engine.Access;

namespace TextSeg.Server.Tests.Api;

public sealed class ResultsTests(MinedService service) : IClassFixture<MinedService>
{
    private static string Root => MinedService.Root;

    [Fact]
    public async Task TopicsAndSegmentsOfTheRunAreServed()
    {
        using var client = await service.ClientAsync(Role.Reader);
        var topics = (await client.GetFromJsonAsync<JsonElement>($"{Root}/topics")).GetProperty("items").EnumerateArray().ToArray();
        topics.ShouldNotBeEmpty();
        topics.ShouldAllBe(topic => topic.GetProperty("members").GetInt32() >= 5);
        var card = await client.GetFromJsonAsync<JsonElement>($"{Root}/topics/{topics[0].GetProperty("id").GetString()}");
        card.GetProperty("quotes").GetArrayLength().ShouldBeGreaterThan(0);
        (await client.GetFromJsonAsync<JsonElement>($"{Root}/segments")).GetProperty("items").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task APageEndsWhereTheNextBegins()
    {
        using var client = await service.ClientAsync(Role.Reader);
        var all = Ids(await client.GetFromJsonAsync<JsonElement>($"{Root}/topics?all=true&limit=1000"));
        List<string> paged = [];
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"{Root}/topics?all=true&limit=3&cursor={cursor}");
            paged.AddRange(Ids(page));
            cursor = page.GetProperty("next").GetString();
        }

        paged.ShouldBe(all);
    }

    [Fact]
    public async Task AnAnswerThatDidNotChangeIsNotSentAgain()
    {
        using var client = await service.ClientAsync(Role.Reader);
        var first = await client.GetAsync($"{Root}/topics");
        using var again = new HttpRequestMessage(HttpMethod.Get, $"{Root}/topics");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        (await client.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task AQuestionInPlainWordsFindsPosts()
    {
        using var client = await service.ClientAsync(Role.Reader);
        var answer = await AskAsync(client, new { question = "the hub loses its connection", limit = 5 });
        answer.GetProperty("hits").GetArrayLength().ShouldBe(5);
        answer.GetProperty("searched").GetInt32().ShouldBeGreaterThan(500);
    }

    [Fact]
    public async Task AFilterThatLeavesOneMemberIsRefused()
    {
        using var client = await service.ClientAsync(Role.Analyst);
        var response = await client.PostAsJsonAsync($"{Root}/search", new { question = "hub", filter = "member=1" });
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain("fewer than 5 members");
        (await client.GetAsync($"{Root}/exports/posts?filter=member%3D1")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task TrendsCountEveryPostWithATimeOnce()
    {
        using var client = await service.ClientAsync(Role.Reader);
        var months = Items(await client.GetFromJsonAsync<JsonElement>($"{Root}/trends")).Single();
        var days = Items(await client.GetFromJsonAsync<JsonElement>($"{Root}/trends?period=day")).Single();
        Sum(days).ShouldBe(months.GetProperty("posts").GetInt32());
        Sum(months).ShouldBe(months.GetProperty("posts").GetInt32());
        var topics = Items(await client.GetFromJsonAsync<JsonElement>($"{Root}/trends?by=topic"));
        topics.Length.ShouldBeGreaterThan(1);
        topics.ShouldAllBe(trend => trend.GetProperty("members").GetInt32() >= 5);
    }

    [Fact]
    public async Task ExportsHoldWhatIsShown()
    {
        using var client = await service.ClientAsync(Role.Analyst);
        var csv = (await client.GetStringAsync($"{Root}/exports/topics")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        csv[0].ShouldBe("id,parent,level,name,posts,members,stability,key_phrases");
        csv.Length.ShouldBe(1 + Ids(await client.GetFromJsonAsync<JsonElement>($"{Root}/topics?all=true&limit=1000")).Length);
        var segment = Ids(await client.GetFromJsonAsync<JsonElement>($"{Root}/segments"))[0];
        (await client.GetStringAsync($"{Root}/exports/segments/{segment}/members?form=jsonl")).Split('\n').Length.ShouldBeGreaterThan(5);
        (await client.GetStringAsync($"{Root}/exports/posts")).ShouldStartWith("source,id,member,time,language,topic,labels,text");
    }

    [Fact]
    public async Task AReaderCannotTakeMembersAway()
    {
        using var client = await service.ClientAsync(Role.Reader);
        (await client.GetAsync($"{Root}/exports/segments/s1/members")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<JsonElement> AskAsync(HttpClient client, object question) =>
        await (await client.PostAsJsonAsync($"{Root}/search", question)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();

    private static JsonElement[] Items(JsonElement page) => [.. page.GetProperty("items").EnumerateArray()];

    private static string[] Ids(JsonElement page) => [.. Items(page).Select(item => item.GetProperty("id").GetString()!)];

    private static int Sum(JsonElement trend) => trend.GetProperty("points").EnumerateArray().Sum(point => point.GetProperty("posts").GetInt32());
}
