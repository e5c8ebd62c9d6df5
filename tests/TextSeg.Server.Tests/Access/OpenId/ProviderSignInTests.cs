using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace TextSeg.Server.Tests.Access.OpenId;

public sealed class ProviderSignInTests : IAsyncLifetime
{
    private SmallProvider _provider = null!;
    private RunningService _service = null!;

    public async ValueTask InitializeAsync()
    {
        _provider = await SmallProvider.StartAsync();
        _service = await RunningService.WithAsync(
            ("OpenId:Authority", _provider.Address), ("OpenId:ClientId", SmallProvider.ClientId), ("OpenId:ClientSecret", SmallProvider.ClientSecret),
            ("OpenId:Roles:community-team", "analyst@forum"), ("OpenId:Roles:leads", "administrator"));
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task AGroupOfTheProviderGivesTheRoleThatTheSettingsSay()
    {
        _provider.Groups = ["others", "community-team"];
        using var browser = Browser();
        var page = await browser.GetAsync("/sign-in/provider");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await page.Content.ReadAsStringAsync()).ShouldContain("http-equiv=\"refresh\"", customMessage: "a redirect would hold the strict cookie back");
        var me = await browser.GetFromJsonAsync<JsonElement>("/api/v1/me");
        (me.GetProperty("role").GetString(), me.GetProperty("workspace").GetString(), me.GetProperty("name").GetString()).ShouldBe(("analyst", "forum", "person-7"));
    }

    [Fact]
    public async Task WhoBelongsToNoGroupIsToldSoAndHasNoSession()
    {
        _provider.Groups = ["others"];
        using var browser = Browser();
        (await browser.GetAsync("/sign-in/provider")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task ATokenThatAnotherSignedSignsNobodyIn()
    {
        (_provider.Groups, _provider.IsForged) = (["leads"], true);
        using var browser = Browser();
        (await browser.GetAsync("/sign-in/provider")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await browser.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task AnAnswerThatNobodyAskedForSignsNobodyIn()
    {
        using var browser = Browser();
        (await browser.GetAsync("/sign-in/callback?code=once&state=invented")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task AProviderThatCannotBeReachedIsSaidSo()
    {
        await _provider.DisposeAsync();
        using var browser = Browser();
        (await browser.GetAsync("/sign-in/provider")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await (await browser.GetAsync("/sign-in")).Content.ReadAsStringAsync()).ShouldContain("Sign in with your organisation");
    }

    private HttpClient Browser() => new(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = _service.Address };
}
