using System.Text.Json;
using TextSeg.Engine.Reports;
using TextSeg.Engine.Reports.Moods;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Tests.Reports.Moods;

public sealed class MoodReaderTests
{
    // Posts come in turn from four themes and nine months; from the seventh month on the theme of lamps is angry.
    private static InventedReading Of(int post) => post % 4 == 0 && post % 9 >= 6 ? InventedReading.Angry : post % 10 == 1 ? InventedReading.Unsure : post % 7 == 0 ? InventedReading.Angry : InventedReading.Pleased;

    private static async Task<ReportMoods> MineAsync(bool isReversed = false)
    {
        using var community = new SmallCommunity();
        var posts = community.WritePosts(600);
        if (isReversed)
        {
            var lines = await File.ReadAllLinesAsync(posts);
            await File.WriteAllLinesAsync(posts, [lines[0], .. lines[1..].Reverse()]);
        }

        await community.MineAsync([posts]);
        InventedReadings.Write(community.Address, Of);
        using var workspace = community.OpenToRead();
        return new ReportBuilder(workspace, new FixedClock()).Build("").Moods.ShouldNotBeNull();
    }

    [Fact]
    public async Task ARiseIsToldWithItsStartAndThePostsThatMovedIt()
    {
        var moods = await MineAsync();

        var rising = moods.Topics.Where(topic => topic.Rise is not null).ToArray();
        rising.ShouldNotBeEmpty();
        rising.ShouldAllBe(topic => topic.Rise!.Start == 6 && topic.Rise.After > topic.Rise.Before + 0.3);
        rising[0].Rise!.Quotes.ShouldNotBeEmpty();
        rising[0].Rise!.Quotes.ShouldAllBe(quote => quote.IsUrgent && quote.Quote.Time >= moods.Starts[6] && quote.Quote.Text.Contains("question"));
        moods.Topics.Count(topic => topic.Rise is null).ShouldBeGreaterThan(0);
        moods.Topics.Select(topic => topic.Frustrated).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public async Task UnsurePostsAreToldAndInNoShare()
    {
        var moods = await MineAsync();

        (moods.Read, moods.Period, moods.Starts.Count).ShouldBe((600, "month", 9));
        moods.UnsureSentiment.ShouldBe(Enumerable.Range(0, 600).Count(post => Of(post) == InventedReading.Unsure) / 600.0, 1e-9);
        moods.All.Sentiments.Sum(share => share.Share).ShouldBe(1, 1e-3);
        moods.All.Known.Sum().ShouldBe(600 - (int)Math.Round(600 * moods.UnsureSentiment));
        moods.All.Wants.Select(share => share.Name).ShouldBe(["share or announce", "report a problem"], ignoreOrder: true);
    }

    [Fact]
    public async Task TheOrderOfPostsDoesNotShow() =>
        JsonSerializer.Serialize(await MineAsync(isReversed: true)).ShouldBe(JsonSerializer.Serialize(await MineAsync()));

    [Fact]
    public async Task WithoutReadingsThereAreNoMoods()
    {
        using var community = new SmallCommunity();
        await community.MineAsync([community.WritePosts(200)]);
        using var workspace = community.OpenToRead();
        new ReportBuilder(workspace, new FixedClock()).Build("").Moods.ShouldBeNull();
    }
}
