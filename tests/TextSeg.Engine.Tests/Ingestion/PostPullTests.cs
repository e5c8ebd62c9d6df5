using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Sources.Pulling;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Tests.Ingestion;

public sealed class PostPullTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Workspace _workspace;

    public PostPullTests() => _workspace = Workspace.OpenToWrite(_folder.Path);

    public void Dispose()
    {
        _workspace.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task ThePullGoesOnWhereTheLastOneEnded()
    {
        var pages = new Pages { Count = 3 };
        (await PullAsync(pages)).Added.ShouldBe(3);
        pages.Count = 5;
        (await PullAsync(pages)).Added.ShouldBe(2);
        pages.Asked.ShouldBe([null, "1", "2", "3", "4"]);
    }

    [Fact]
    public async Task AServerThatFailsInTheMiddleKeepsWhatCameAndItsCursor()
    {
        var pages = new Pages { Count = 3, FailsAt = "2" };
        var result = await PullAsync(pages);
        result.Added.ShouldBe(2);
        result.UnreadableInputs.ShouldHaveSingleItem().ShouldContain("away");
        await Should.ThrowAsync<JobException>(() => PullAsync(pages));
        pages.FailsAt = null;
        (await PullAsync(pages)).Added.ShouldBe(1);
        Prepared().ShouldBe(3);
    }

    [Fact]
    public async Task TheCursorIsStoredOnlyWithThePosts()
    {
        var stage = new IngestStage(_workspace, new IngestOptions(), new FixedClock()) { Answered = _ => throw new IOException("killed") };
        await Should.ThrowAsync<IOException>(() => stage.RunAsync(new Pages { Count = 2 }, null, CancellationToken.None));
        var again = await PullAsync(new Pages { Count = 2 });
        (again.Added, again.Unchanged, Prepared()).ShouldBe((1, 0, 2));
    }

    [Fact]
    public async Task ASourceThatNeverMovesOnIsNoEndlessLoop()
    {
        var result = await PullAsync(new Pages { Count = 9, StaysAt = "2" });
        result.UnreadableInputs.ShouldHaveSingleItem().ShouldContain("does not move on");
    }

    [Fact]
    public async Task ARejectedRowStaysListedWhenLaterPullsAreGood()
    {
        var pages = new Pages { Count = 2, RejectsAt = 2 };
        (await PullAsync(pages)).Rejected.ShouldBe(1);
        pages.Count = 4;
        await PullAsync(pages);
        _workspace.Connection.Query("SELECT Line FROM RejectedRows", row => row.GetInt64(0)).ShouldBe([2]);
    }

    [Fact]
    public async Task PostsThatAreOnlyStoredArePreparedLater()
    {
        var stage = new IngestStage(_workspace, new IngestOptions(), new FixedClock());
        (await stage.StoreAsync(new Pages { Count = 3 }, CancellationToken.None)).Added.ShouldBe(3);
        Prepared().ShouldBe(0);
        await stage.RunAsync([], null, CancellationToken.None);
        Prepared().ShouldBe(3);
    }

    private long Prepared() => _workspace.Connection.Query("SELECT COUNT(*) FROM Posts WHERE Prose IS NOT NULL", row => row.GetInt64(0)).Single();

    private Task<IngestResult> PullAsync(Pages pages) => new IngestStage(_workspace, new IngestOptions(), new FixedClock()).RunAsync(pages, null, CancellationToken.None);

    /// <summary>One post a page; the cursor is the number of the last page given.</summary>
    private sealed class Pages : IPulledSource
    {
        public int Count { get; set; }

        public string? FailsAt { get; set; }

        public string? StaysAt { get; init; }

        public int RejectsAt { get; init; }

        public List<string?> Asked { get; } = [];

        public string Name => "pages";

        public Task<PulledPage> PullAsync(string? cursor, CancellationToken cancellationToken)
        {
            Asked.Add(cursor);
            if (cursor is not null && cursor == FailsAt)
            {
                throw new JobException("The server is away.");
            }

            var page = cursor is null ? 1 : int.Parse(cursor, System.Globalization.CultureInfo.InvariantCulture) + (cursor == StaysAt ? 0 : 1);
            var post = new RawPost { Source = Name, Line = page, ExternalId = $"p{page}", Text = $"post {page} about the shelf" };
            var row = page == RejectsAt ? SourceRow.Reject(Name, page, "The text is empty.") : SourceRow.Of(post);
            return Task.FromResult(new PulledPage([row], page.ToString(System.Globalization.CultureInfo.InvariantCulture), page < Count));
        }
    }
}
