using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using TextSeg.Engine.Access;

namespace TextSeg.Server.Tests.Access;

public sealed class RateLimitTests
{
    [Fact]
    public async Task EachKeyHasItsOwnNumberOfRequestsAndHearsWhenToComeBack()
    {
        await using var service = await RunningService.WithAsync(("RequestsPerMinute", "3"), ("SignInsPerMinute", "2"));
        using var greedy = await service.ClientAsync(Role.Reader);
        using var modest = await service.ClientAsync(Role.Reader);
        for (var number = 0; number < 3; number++)
        {
            (await greedy.GetAsync("/api/v1/workspaces")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        var refused = await greedy.GetAsync("/api/v1/workspaces");
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!.ShouldContain("seconds");
        (await modest.GetAsync("/api/v1/workspaces")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await greedy.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK, "whoever watches the service is not counted");
        using var guesser = service.Anonymous();
        var guesses = new List<HttpStatusCode>();
        for (var number = 0; number < 3; number++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent([new("link", $"ts_{number}")]) };
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            guesses.Add((await guesser.SendAsync(request)).StatusCode);
        }

        guesses.ShouldBe([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests]);
    }
}
