using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using TextSeg.Engine.Access;

namespace TextSeg.Server.Tests.Api;

public sealed class PagingTests(RunningService service) : IClassFixture<RunningService>
{
    [Fact]
    public async Task FollowingTheCursorGivesEachItemOnce()
    {
        using var client = await service.WithWorkspaceAsync("pages");
        for (var number = 0; number < 5; number++)
        {
            await client.GetAsync("/api/v1/workspaces/pages/members/nobody");
        }

        List<long> seen = [];
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"/api/v1/workspaces/pages/audit?limit=2&cursor={cursor}");
            page.GetProperty("items").GetArrayLength().ShouldBeInRange(1, 2);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("id").GetInt64()));
            cursor = page.GetProperty("next").GetString();
        }

        seen.Count.ShouldBe(5);
        seen.ShouldBe(seen.Distinct().OrderDescending());
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=1001")]
    [InlineData("limit=many")]
    [InlineData("cursor=-1")]
    [InlineData("cursor=abc")]
    [InlineData("cursor=99999999999999999999999")]
    public async Task AWrongLimitOrCursorIsAProblem(string query)
    {
        using var client = await service.ClientAsync(Role.Administrator);
        var answer = await client.GetAsync($"/api/v1/workspaces?{query}");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task WhoHasTheAnswerAlreadyIsToldSoUntilItChanges()
    {
        using var client = await service.WithWorkspaceAsync("tagged");
        var tag = (await client.GetAsync("/api/v1/workspaces")).Headers.ETag!.Tag;
        (await KnownAsync(client, tag)).ShouldBe(HttpStatusCode.NotModified);
        (await KnownAsync(client, $"\"other\", {tag}")).ShouldBe(HttpStatusCode.NotModified);
        (await KnownAsync(client, $"W/{tag}")).ShouldBe(HttpStatusCode.NotModified, "the comparison is a weak one");
        (await KnownAsync(client, "\"other\"")).ShouldBe(HttpStatusCode.OK);
        using var again = await service.WithWorkspaceAsync("tagged-too");
        (await KnownAsync(client, tag)).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> KnownAsync(HttpClient client, string tags)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/workspaces");
        request.Headers.TryAddWithoutValidation("If-None-Match", tags);
        return (await client.SendAsync(request)).StatusCode;
    }
}
