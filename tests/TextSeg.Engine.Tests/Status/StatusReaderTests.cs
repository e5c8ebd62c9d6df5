using TextSeg.Engine.Hosting;
using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Status;
using TextSeg.Engine.Storage.Catalog;

namespace TextSeg.Engine.Tests.Status;

public sealed class StatusReaderTests : IDisposable
{
    private static readonly StatusLimits Limits = new(600, 1);
    private readonly TemporaryFolder _folder = new();
    private readonly HandClock _clock = new();
    private readonly ServiceCatalog _catalog;
    private readonly WorkspaceRegistry _workspaces;

    public StatusReaderTests()
    {
        _catalog = ServiceCatalog.Open(_folder.Path);
        _workspaces = new WorkspaceRegistry(_catalog, new ServicePlace(_folder.Path), _clock);
    }

    public void Dispose()
    {
        _workspaces.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task AServiceWithoutAProcessIsDownAndItsWorkspacesAreToldAllTheSame()
    {
        await _workspaces.CreateAsync("ours", "Ours");
        var status = await ReadAsync();
        status.IsUp.ShouldBeFalse();
        status.Reasons.ShouldBe(["No process of the service is at work."]);
        status.Workspaces.Single().Name.ShouldBe("ours");
        status.DataBytes.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task AProcessCountsUntilItsLeaseEnds()
    {
        await new Leases(_catalog, "one", _clock).TakeAsync("process/serve/host/1", TimeSpan.FromMinutes(2));
        await new Leases(_catalog, "two", _clock).TakeAsync("process/worker/host/2", TimeSpan.FromMinutes(5));
        await new Leases(_catalog, "three", _clock).TakeAsync("process/worker/host/3", TimeSpan.FromMinutes(5));
        (await ReadAsync()).Processes.ShouldBe(new Dictionary<string, int> { ["serve"] = 1, ["worker"] = 2 });
        (await ReadAsync()).Reasons.ShouldBeEmpty();
        _clock.Pass(TimeSpan.FromMinutes(3));
        (await ReadAsync()).Processes.ShouldBe(new Dictionary<string, int> { ["worker"] = 2 });
    }

    [Fact]
    public async Task WaitingPostsFailedRunsAndDeadLettersAreNamed()
    {
        await _workspaces.CreateAsync("ours", "Ours");
        SourceRow[] rows = [SourceRow.Of(new RawPost { Source = "api", ExternalId = "1", Line = 1, Kind = PostKind.Forum, Text = "The hub is fine." })];
        await _workspaces.Open("ours").WriteAsync(workspace => new IngestStage(workspace, new IngestOptions(), _clock).StoreAsync(new PostSequence("api", rows), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        var requests = new RunRequests(_catalog, _clock);
        await requests.EndAsync((await requests.AddAsync("ours")).Id, "The workspace has no posts.");
        await new DeadLetters(_catalog, _clock).AddAsync("ours", null, "It failed.");
        _clock.Pass(TimeSpan.FromMinutes(20));
        var status = await ReadAsync();
        var ours = status.Workspaces.Single();
        (ours.Posts, ours.Waiting, ours.WaitingSeconds, ours.RunState, ours.DeadLetters).ShouldBe((1, 1, 1_200, RunRequests.Failed, 1));
        status.Reasons.Skip(1).ShouldBe(
        [
            "ours: 1 posts wait for their stages, the first for 20 minutes.", "ours: the last run failed: The workspace has no posts.", "ours: 1 messages failed for good; see dead-letters.",
        ]);
    }

    [Fact]
    public async Task OnlyWorkspacesThatAKeyOpensAreTold()
    {
        await _workspaces.CreateAsync("ours", "Ours");
        await _workspaces.CreateAsync("theirs", "Theirs");
        var status = await new StatusReader(_catalog, _workspaces, _folder.Path, _clock).ReadAsync(name => name == "theirs", Limits);
        status.Workspaces.Select(workspace => workspace.Name).ShouldBe(["theirs"]);
    }

    private Task<ServiceStatus> ReadAsync() => new StatusReader(_catalog, _workspaces, _folder.Path, _clock).ReadAsync(_ => true, Limits);
}
