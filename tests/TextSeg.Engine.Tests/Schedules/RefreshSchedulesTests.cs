using System.Text;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Schedules;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Storage.Catalog;

namespace TextSeg.Engine.Tests.Schedules;

public sealed class RefreshSchedulesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly HandClock _clock = new();
    private readonly ServiceCatalog _catalog;
    private readonly WorkspaceRegistry _workspaces;
    private readonly RunRequests _requests;

    public RefreshSchedulesTests()
    {
        _catalog = ServiceCatalog.Open(_folder.Path);
        _workspaces = new WorkspaceRegistry(_catalog, new ServicePlace(_folder.Path), _clock);
        _requests = new RunRequests(_catalog, _clock);
    }

    private LiveWorkspace Ours => _workspaces.Open("ours");

    public void Dispose()
    {
        _workspaces.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task AfterSoManyNewPostsOneRunIsAskedForAndNoSecondBeforeAsManyCameAgain()
    {
        await _workspaces.CreateAsync("ours", "Ours");
        await Schedules().SetAsync(Ours, new WantedSchedule(10, null, null, null));
        await PushAsync(0, 9);
        (await Schedules().FireDueAsync()).ShouldBeEmpty();
        await PushAsync(9, 1);
        var run = (await Schedules().FireDueAsync()).ShouldHaveSingleItem();
        (await Schedules().FireDueAsync()).ShouldBeEmpty("one waits");
        await PushAsync(10, 10);
        (await Schedules().FireDueAsync()).ShouldBeEmpty("one waits");
        await _requests.StartAsync(run.Id);
        (await Schedules().FireDueAsync()).ShouldBeEmpty("one is at work");
        await _requests.EndAsync(run.Id, "It failed.");
        run = (await Schedules().FireDueAsync()).ShouldHaveSingleItem();
        await _requests.EndAsync(run.Id, "It failed.");
        (await Schedules().FireDueAsync()).ShouldBeEmpty("a run that fails is not asked for again without new posts");
    }

    [Fact]
    public async Task TimesThatPassedWhileNothingRanAreMadeUpForOnce()
    {
        await _workspaces.CreateAsync("ours", "Ours");
        var set = await Schedules().SetAsync(Ours, new WantedSchedule(null, 6, ScheduleUnit.Hours, null));
        set.NextAt.ShouldBe(_clock.GetUtcNow().AddHours(6));
        (await Schedules().FireDueAsync()).ShouldBeEmpty();
        _clock.Pass(TimeSpan.FromDays(3) + TimeSpan.FromHours(1));
        var run = (await Schedules().FireDueAsync()).ShouldHaveSingleItem();
        await _requests.EndAsync(run.Id, null);
        (await Schedules().FireDueAsync()).ShouldBeEmpty();
        var now = (await Schedules().FindAsync(Ours)).ShouldNotBeNull();
        (now.NextAt, now.FiredAt).ShouldBe((_clock.GetUtcNow().AddHours(5), _clock.GetUtcNow()));
    }

    [Fact]
    public async Task OfTwoProcessesOneAsks()
    {
        await _workspaces.CreateAsync("ours", "Ours");
        await Schedules().SetAsync(Ours, new WantedSchedule(null, 1, ScheduleUnit.Hours, null));
        _clock.Pass(TimeSpan.FromHours(2));
        var both = await Task.WhenAll(Schedules("first").FireDueAsync(), Schedules("second").FireDueAsync());
        both.Sum(asked => asked.Count).ShouldBe(1);
    }

    [Fact]
    public async Task FaultsAreAllToldAtOnce()
    {
        await _workspaces.CreateAsync("ours", "Ours");
        var fault = await Should.ThrowAsync<JobException>(Schedules().SetAsync(Ours, new WantedSchedule(0, 5_000, null, null)));
        fault.IsWrongUse.ShouldBeTrue();
        fault.Message.ShouldContain("posts must");
        fault.Message.ShouldContain("every must");
        fault.Message.ShouldContain("belong together");
        (await Schedules().FindAsync(Ours)).ShouldBeNull();
    }

    private RefreshSchedules Schedules(string owner = "test") => new(_catalog, _workspaces, new Leases(_catalog, owner, _clock), _clock);

    private async Task PushAsync(int from, int count)
    {
        SourceRow[] rows = [.. Enumerable.Range(from, count).Select(i => SourceRow.Of(new RawPost { Source = "api", ExternalId = $"{i}", Line = i + 1, Kind = PostKind.Forum, Text = $"The hub of flat {i} is fine." }))];
        await Ours.WriteAsync(workspace => new IngestStage(workspace, new IngestOptions(), _clock).StoreAsync(new PostSequence("api", rows), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
    }
}
