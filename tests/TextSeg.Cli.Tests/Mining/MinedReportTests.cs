using TextSeg.Cli.Tests.Reports;

namespace TextSeg.Cli.Tests.Mining;

[Collection(MinedSampleGroup.Name)]
public sealed class MinedReportTests(MinedSample sample, Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task TheReportOfARealRunOpensAndShowsItsSegments()
    {
        await using var opened = await browser.OpenAsync(sample.Report);
        opened.Complaints.ShouldBeEmpty();
        opened.Requests.ShouldBeEmpty();
        var segments = sample.Mined.Json.GetProperty("segments").EnumerateArray().ToList();
        (await opened.Page.Locator("#cards article").CountAsync()).ShouldBe(segments.Count);
        (await opened.Page.Locator("#cards h3").First.TextContentAsync()).ShouldBe(segments[0].GetProperty("name").GetString());
        (await opened.Page.Locator("#map-chart canvas").CountAsync()).ShouldBeGreaterThan(0);
    }
}
