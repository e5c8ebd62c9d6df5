using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Sources.Health;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Tests.Sources.Health;

public sealed class SourceHealthTests
{
    private const long Start = 475_000;
    private const int Day = 24;

    [Fact]
    public void ASourceOfEachHourIsMissedAfterHalfADayAndNotAfterFiveHours()
    {
        var arrivals = Every(1, 14 * Day);
        SourceHealth.Of(arrivals, Last(arrivals) + 5).State.ShouldBe(SourceState.Well);
        var silent = SourceHealth.Of(arrivals, Last(arrivals) + 12);
        silent.State.ShouldBe(SourceState.Silent);
        silent.Reason!.ShouldContain("Nothing came for 12 hours");
    }

    [Fact]
    public void ASourceOfOnceADayIsMissedAfterTwoWeeksAndNotAfterThreeDays()
    {
        var arrivals = Every(Day, 40 * Day);
        SourceHealth.Of(arrivals, Last(arrivals) + (3 * Day)).State.ShouldBe(SourceState.Well);
        SourceHealth.Of(arrivals, Last(arrivals) + (14 * Day)).State.ShouldBe(SourceState.Silent);
    }

    [Fact]
    public void NightsAndWeekendsOfAnOfficeAreNoSilence()
    {
        Arrival[] arrivals = [.. Enumerable.Range(0, 8 * 7 * Day).Where(IsOfficeHour).Select(hour => new Arrival(Start + hour, 3, 0))];
        var friday = arrivals.Last(arrival => IsOfficeHour((int)(arrival.Hour - Start)) && (arrival.Hour - Start) / Day % 7 == 4);
        SourceHealth.Of([.. arrivals.Where(arrival => arrival.Hour <= friday.Hour)], friday.Hour + (2 * Day) + 14).State.ShouldBe(SourceState.Well);
        SourceHealth.Of([.. arrivals.Where(arrival => arrival.Hour <= friday.Hour)], friday.Hour + (5 * Day)).State.ShouldBe(SourceState.Silent);
    }

    [Fact]
    public void ASourceOfBurstsIsGivenMoreTimeThanASteadyOne()
    {
        // The same share of hours, one source in days of bursts and days of nothing.
        Arrival[] bursts = [.. Enumerable.Range(0, 30 * Day).Where(hour => hour / Day % 5 == 0).Select(hour => new Arrival(Start + hour, 1, 0))];
        var steady = Every(5, 30 * Day);
        SourceHealth.Of(steady, Last(steady) + (6 * Day)).State.ShouldBe(SourceState.Silent);
        SourceHealth.Of(bursts, Last(bursts) + (6 * Day)).State.ShouldBe(SourceState.Well);
    }

    [Fact]
    public void AFileThatWasReadOnceHasNoRhythm()
    {
        SourceHealth.Of([new Arrival(Start, 10_000, 0)], Start + 5_000).State.ShouldBe(SourceState.Unknown);
        SourceHealth.Of([], Start).ShouldBe(new SourceHealth(SourceState.Unknown, null, null));
    }

    [Theory]
    [InlineData(3, 7, SourceState.Unknown)]
    [InlineData(9, 0, SourceState.Unknown)]
    [InlineData(20, 20, SourceState.Rejecting)]
    [InlineData(50, 5_000, SourceState.Unknown)]
    public void ManyRejectedRecordsAreToldAndAFewAreNot(long rejected, long posts, SourceState state) =>
        SourceHealth.Of([new Arrival(Start, posts, rejected)], Start + 1).State.ShouldBe(state);

    [Fact]
    public async Task WhatComesIsCountedByHourWithWhatCannotBeTaken()
    {
        using var folder = new TemporaryFolder();
        using var workspace = Workspace.OpenToWrite(folder.Path);
        var clock = new HandClock();
        await PushAsync(workspace, clock, 3, 1);
        await PushAsync(workspace, clock, 3, 0);
        clock.Pass(TimeSpan.FromHours(2));
        await PushAsync(workspace, clock, 5, 0);
        await using var context = workspace.CreateContext();
        var hour = ArrivalWriter.HourOf(clock.GetUtcNow());
        context.Arrivals.OrderBy(row => row.Hour).Select(row => new { row.Source, row.Hour, row.Posts, row.Rejected }).ToArray()
            .ShouldBe([new { Source = "api", Hour = hour - 2, Posts = 3L, Rejected = 1L }, new { Source = "api", Hour = hour, Posts = 2L, Rejected = 0L }]);
        new SourceQueries(workspace, clock).All().Single().Health.LastArrival.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(hour * 3_600));
    }

    private static async Task PushAsync(Workspace workspace, TimeProvider clock, int posts, int rejected)
    {
        SourceRow[] rows =
        [
            .. Enumerable.Range(0, posts).Select(i => SourceRow.Of(new RawPost { Source = "api", ExternalId = $"{i}", Line = i + 1, Kind = PostKind.Forum, Text = $"The hub of flat {i} is fine." })),
            .. Enumerable.Range(0, rejected).Select(i => SourceRow.Reject("api", posts + i + 1, "It has no text.")),
        ];
        await new IngestStage(workspace, new IngestOptions(), clock).StoreAsync(new PostSequence("api", rows), TestContext.Current.CancellationToken);
    }

    private static bool IsOfficeHour(int hour) => hour / Day % 7 < 5 && hour % Day is >= 8 and < 18;

    private static Arrival[] Every(int hours, int span) => [.. Enumerable.Range(0, span).Where(hour => hour % hours == 0).Select(hour => new Arrival(Start + hour, 1, 0))];

    private static long Last(Arrival[] arrivals) => arrivals[^1].Hour;
}
