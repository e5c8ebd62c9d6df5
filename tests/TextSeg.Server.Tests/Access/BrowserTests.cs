using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using TextSeg.Engine.Access;

namespace TextSeg.Server.Tests.Access;

public sealed class BrowserTests(RunningService service) : IClassFixture<RunningService>
{
    [Fact]
    public async Task ALinkSignsInOnceAndItsCookieIsHeldBackFromOtherSitesAndScripts()
    {
        var (link, _) = await service.Services.GetRequiredService<AccessKeys>().CreateAsync(new NewAccessKey(AccessKeyKind.Link, "administrator", Role.Administrator));
        using var browser = service.Anonymous();
        (await browser.GetAsync($"/sign-in?link={link}")).StatusCode.ShouldBe(HttpStatusCode.OK, "looking at a link does not use it up");
        var signedIn = await SignInAsync(browser, link);
        signedIn.StatusCode.ShouldBe(HttpStatusCode.Found);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldContain("samesite=strict", Case.Insensitive);
        cookie.ShouldContain("httponly", Case.Insensitive);
        (await SignInAsync(browser, link)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", false)]
    [InlineData("Sec-Fetch-Site", "same-site", false)]
    [InlineData("Sec-Fetch-Site", "none", false)]
    [InlineData("Sec-Fetch-Site", "same-origin", true)]
    [InlineData("Origin", "https://elsewhere.example", false)]
    [InlineData("Origin", "null", false)]
    [InlineData("Origin", "OWN", true)]
    [InlineData("Accept", "application/json", false)]
    public async Task ASignedInBrowserWritesFromTheServicesOwnPagesOnly(string header, string value, bool isTaken)
    {
        using var browser = await SignedInAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/keys") { Content = JsonContent.Create(new { name = "by cookie", role = "reader" }) };
        request.Headers.Add(header, value == "OWN" ? service.Address.GetLeftPart(UriPartial.Authority) : value);
        (await browser.SendAsync(request)).StatusCode.ShouldBe(isTaken ? HttpStatusCode.Created : HttpStatusCode.Forbidden);
        (await browser.GetAsync("/api/v1/keys")).StatusCode.ShouldBe(HttpStatusCode.OK, "reading changes nothing, and no other site can see the answer");
    }

    [Fact]
    public async Task SigningOutEndsTheSession()
    {
        using var browser = await SignedInAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-out");
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        (await browser.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await browser.GetAsync("/api/v1/keys")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task AnswersAreNotGuessedAtFramedKeptOrShared()
    {
        using var client = await service.ClientAsync(Role.Reader);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/workspaces");
        request.Headers.Add("Origin", "https://elsewhere.example");
        foreach (var answer in new[] { await client.SendAsync(request), await client.GetAsync("/nothing-here"), await client.GetAsync("/docs") })
        {
            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            answer.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
            answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
            answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
            answer.Headers.ShouldNotContain(header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
            answer.Headers.Server.ShouldBeEmpty();
        }
    }

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient browser, string link)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent([new("link", link)]) };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await browser.SendAsync(request);
    }

    private async Task<HttpClient> SignedInAsync()
    {
        var (session, _) = await service.Services.GetRequiredService<AccessKeys>().CreateAsync(new NewAccessKey(AccessKeyKind.Session, "browser", Role.Administrator));
        var browser = service.Anonymous();
        browser.DefaultRequestHeaders.Add("Cookie", $"textseg-session={session}");
        return browser;
    }
}
