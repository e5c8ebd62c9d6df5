using TextSeg.Engine.Hosting;
using TextSeg.Engine.Storage.Catalog;
using TextSeg.Mining;

namespace TextSeg.Engine.Tests.Hosting;

public abstract class RunRequestsConformance : IDisposable
{
    private readonly WorkspacePlace _place;
    private readonly RunRequests _requests;

    protected RunRequestsConformance(WorkspacePlace place) => (_place, _requests) = (place, new RunRequests(ServiceCatalog.Open(place.Service), new HandClock()));

    public void Dispose()
    {
        _place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task WhileOneWaitsAskingAgainGivesThatOne()
    {
        var first = await _requests.AddAsync("ours");
        (await _requests.AddAsync("ours")).Id.ShouldBe(first.Id);
        (await _requests.AddAsync("theirs")).Id.ShouldNotBe(first.Id);
        await _requests.StartAsync(first.Id);
        (await _requests.AddAsync("ours")).Id.ShouldNotBe(first.Id, "posts that came after the start are not in the run that is at work");
    }

    [Fact]
    public async Task OneThatWasLeftAtWorkIsStillOpenAndOneThatEndedIsNot()
    {
        var (left, done, failed) = (await _requests.AddAsync("left"), await _requests.AddAsync("done"), await _requests.AddAsync("failed"));
        await _requests.StartAsync(left.Id);
        await _requests.TellAsync(left.Id, new StageProgress("encode", 3, 9));
        await _requests.EndAsync(done.Id, null);
        await _requests.EndAsync(failed.Id, "The workspace has no posts.");
        var open = (await _requests.OpenAsync()).ShouldHaveSingleItem();
        (open.Id, open.State, open.Stage, open.Done, open.Total).ShouldBe((left.Id, RunRequests.Running, "encode", 3L, 9L));
        (await _requests.FindAsync("done", done.Id))!.State.ShouldBe(RunRequests.Finished);
        (await _requests.FindAsync("failed", failed.Id))!.Failure.ShouldBe("The workspace has no posts.");
    }

    [Fact]
    public async Task ARequestIsFoundUnderItsOwnWorkspaceOnly()
    {
        var request = await _requests.AddAsync("ours");
        (await _requests.FindAsync("theirs", request.Id)).ShouldBeNull();
        (await _requests.ListAsync("theirs", null, 10)).ShouldBeEmpty();
        (await _requests.ListAsync("ours", null, 10)).ShouldHaveSingleItem();
    }
}

public sealed class RunRequestsTests() : RunRequestsConformance(new SqlitePlace());

public sealed class PostgreSqlRunRequestsTests() : RunRequestsConformance(new PostgreSqlPlace());
