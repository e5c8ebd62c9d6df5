using System.Net;

namespace TextSeg.Server.Tests.Access;

public sealed class ProxiesTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("10.0.0.7; 172.16.0.0/12;::1", true)]
    [InlineData("proxy.example", false)]
    [InlineData("10.0.0.0/99", false)]
    public void ProxiesAreAddressesOrNetworks(string setting, bool isGood) => new ServiceOptions { Proxies = setting }.Faults().Any().ShouldBe(!isGood);

    [Theory]
    [InlineData("127.0.0.0/8", HttpStatusCode.Unauthorized)]
    [InlineData("10.0.0.7", HttpStatusCode.TooManyRequests)]
    public async Task OnlyAKnownProxyIsBelievedWhereACallerComesFrom(string proxies, HttpStatusCode third)
    {
        await using var service = await RunningService.WithAsync(("SignInsPerMinute", "2"), ("Proxies", proxies));
        using var client = service.Anonymous();
        var answers = new List<HttpStatusCode>();
        for (var number = 1; number <= 3; number++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent([new("link", $"ts_{number}")]) };
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            request.Headers.Add("X-Forwarded-For", $"192.0.2.{number}");
            using var answer = await client.SendAsync(request);
            answers.Add(answer.StatusCode);
        }

        answers.ShouldBe([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, third]);
    }
}
