using Microsoft.Playwright;
using TextSeg.Engine.Reports;

namespace TextSeg.Cli.Tests.Reports;

public sealed class ReportPageTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Write(ReportModel? model = null)
    {
        var path = _folder.File("report.html");
        ReportWriter.Write(model ?? InventedReport.Create(), path);
        return path;
    }

    [Fact]
    public async Task OpensFromDiskWithoutNetworkOrComplaint()
    {
        await using var opened = await browser.OpenAsync(Write());
        opened.Requests.ShouldBeEmpty();
        opened.Complaints.ShouldBeEmpty();
        (await opened.Page.TextContentAsync("h1")).ShouldBe("Beehive forum");
        (await opened.Page.Locator("#cards article").CountAsync()).ShouldBe(2);
        (await opened.Page.Locator("#tree details").CountAsync()).ShouldBe(8);
        (await opened.Page.Locator("#map-chart canvas").CountAsync()).ShouldBeGreaterThan(0);
        (await opened.Page.Locator("#volume-chart canvas").CountAsync()).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task TextOfPostsIsNeverReadAsMarkup()
    {
        await using var opened = await browser.OpenAsync(Write());
        (await opened.Page.TitleAsync()).ShouldBe("Beehive forum");
        (await opened.Page.Locator("main img").CountAsync()).ShouldBe(0);
        (await opened.Page.Locator("#cards blockquote").First.TextContentAsync())!.ShouldContain("<img src=x");
    }

    [Fact]
    public async Task ACardLeadsToItsNearestSegmentsAndSaysHowTheyDiffer()
    {
        await using var opened = await browser.OpenAsync(Write());
        var card = opened.Page.Locator("#segment-s2");
        (await card.TextContentAsync())!.ShouldContain("posts with a question71 %40 %");
        (await card.Locator("a").GetAttributeAsync("href")).ShouldBe("#segment-s1");
    }

    [Fact]
    public async Task MoodsTellWhereFrustrationRisesAndBetweenWhichFigures()
    {
        await using var opened = await browser.OpenAsync(Write());
        var page = opened.Page;
        (await TextAsync("#rises")).ShouldContain("Since Okt. 2025: 10 % of members were frustrated before, 55 % since.");
        (await page.Locator("#rises .urgent").CountAsync()).ShouldBe(1);
        (await page.Locator("#heat-chart canvas").CountAsync()).ShouldBeGreaterThan(0);
        (await TextAsync("#moods-hint")).ShouldContain("Of 12 % it could not tell the mood");
        (await TextAsync("#segment-s2")).ShouldContain("ask for help ▲44 % others 20 %");
        (await page.Locator("#wants tbody tr").CountAsync()).ShouldBe(2);

        await page.SelectOptionAsync("#mood-topic", "1-3");

        await page.Locator("#mood-time summary").ClickAsync();
        (await TextAsync("#mood-table tbody tr:nth-child(2)")).ShouldContain("too few");
        opened.Complaints.ShouldBeEmpty();

        // A figure and its sign are parted by a space that does not break.
        async Task<string> TextAsync(string part) => (await page.TextContentAsync(part))!.Replace('\u00a0', ' ');
    }

    [Fact]
    public async Task WithoutReadingsNothingIsSaidOfMoods()
    {
        await using var opened = await browser.OpenAsync(Write(InventedReport.Create() with { Moods = null }));
        (await opened.Page.Locator("#moods, nav a[href='#moods']").CountAsync()).ShouldBe(0);
        opened.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task NumbersAndDatesAreInTheReadersForm()
    {
        await using var opened = await browser.OpenAsync(Write(InventedReport.Create(posts: 1800)));
        var lead = (await opened.Page.TextContentAsync("#lead"))!;
        lead.ShouldContain("1.800 posts");
        lead.ShouldContain("01.01.2025");
    }

    [Fact]
    public async Task FitsAPhone()
    {
        await using var opened = await browser.OpenAsync(Write(), width: 360, height: 740);
        var wide = await opened.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        wide.ShouldBeLessThanOrEqualTo(360);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task TextStandsOutFromItsGround(ColorScheme scheme)
    {
        await using var opened = await browser.OpenAsync(Write(), scheme: scheme);
        var least = await opened.Page.EvaluateAsync<double>("""
            () => {
              const parts = text => text.match(/[\d.]+/g).slice(0, 3).map(Number);
              const light = c => { const [r, g, b] = c.map(v => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
              const ground = node => { for (let n = node; n; n = n.parentElement) { const c = getComputedStyle(n).backgroundColor; if (!c.endsWith(', 0)') && c !== 'transparent') return parts(c); } return [255, 255, 255]; };
              let least = 99;
              for (const node of document.querySelectorAll('main h1, main h2, main h3, main p, main span, main li, main td, main th, main button, nav a')) {
                if (!node.textContent.trim() || !node.offsetParent) continue;
                const a = light(parts(getComputedStyle(node).color)), b = light(ground(node));
                least = Math.min(least, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
              }
              return least;
            }
            """);
        least.ShouldBeGreaterThanOrEqualTo(4.5, "WCAG 2.2, 1.4.3");
    }

    [Fact]
    public async Task TopicsOpenWithTheKeyboardAndAreFoundByAWord()
    {
        await using var opened = await browser.OpenAsync(Write());
        var first = opened.Page.Locator("#tree details").First;
        await first.Locator("> summary").FocusAsync();
        await opened.Page.Keyboard.PressAsync("Enter");
        (await first.GetAttributeAsync("open")).ShouldNotBeNull();

        await opened.Page.FillAsync("#find", "theme number b");
        (await opened.Page.TextContentAsync("#found")).ShouldBe("1 topic");
        (await opened.Page.Locator("#topic-1-1").IsVisibleAsync()).ShouldBeTrue();
        (await opened.Page.Locator("#topic-1-0").IsVisibleAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task DarkAndLightCanBeSwitched()
    {
        await using var opened = await browser.OpenAsync(Write());
        var before = await opened.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        await opened.Page.ClickAsync("#theme");
        (await opened.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor")).ShouldNotBe(before);
        opened.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task WithoutMembersDatesOrPointsItSaysSo()
    {
        var model = InventedReport.Create() with
        {
            Segments = [], NoSegments = "There is no member column, so only topics were found.",
            Volume = new ReportVolume("month", [], []), Map = new ReportMap([], [], [], [], 0),
        };
        await using var opened = await browser.OpenAsync(Write(model));
        opened.Complaints.ShouldBeEmpty();
        (await opened.Page.TextContentAsync("#segments"))!.ShouldContain("no member column");
        (await opened.Page.TextContentAsync("#volume"))!.ShouldContain("no dates");
        (await opened.Page.TextContentAsync("#map"))!.ShouldContain("too few posts");
    }
}
