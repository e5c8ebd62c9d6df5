using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Tests;

public sealed class MiningPipelineTests : IDisposable
{
    private readonly SmallCommunity _community = new();

    public void Dispose() => _community.Dispose();

    [Fact]
    public async Task TopicsOfTheThemesAreFound()
    {
        var (ingest, run) = await _community.MineAsync([_community.WritePosts(400)]);
        ingest.Added.ShouldBe(400);
        run.Posts.ShouldBe(400);
        run.Levels[run.ReaderLevel].Topics.ShouldBeInRange(3, 20);
        _community.Visible().ShouldContain("lamp");
    }

    [Fact]
    public async Task TheSameFileAgainChangesNothing()
    {
        var file = _community.WritePosts(300);
        await _community.MineAsync([file]);
        var before = _community.Visible();
        var encoder = new WordHashEncoder();
        var (ingest, _) = await _community.MineAsync([file], encoder);
        (ingest.Added, ingest.Changed, ingest.Unchanged, _community.EncodedPosts).ShouldBe((0, 0, 300, 0));
        _community.Visible().ShouldBe(before);
    }

    [Fact]
    public async Task ALongerFileTakesOnlyWhatIsNew()
    {
        await _community.MineAsync([_community.WritePosts(200)]);
        var encoder = new WordHashEncoder();
        var (ingest, run) = await _community.MineAsync([_community.WritePosts(260)], encoder);
        (ingest.Added, _community.EncodedPosts, run.Posts).ShouldBe((60, 60, 260));
    }

    [Fact]
    public async Task AWorkspaceFilledInPartsIsTheOneFilledAtOnce()
    {
        var file = _community.WritePosts(240);
        using var other = new SmallCommunity();
        await other.MineAsync([other.WritePosts(240)]);
        File.WriteAllLines(file, File.ReadLines(other.WritePosts(240)).Take(101));
        await _community.MineAsync([file]);
        await _community.MineAsync([_community.WritePosts(240)]);
        _community.Visible().ShouldBe(other.Visible());
    }

    [Theory]
    [InlineData("read")]
    [InlineData("clean")]
    [InlineData("encode")]
    [InlineData("annotate")]
    [InlineData("words")]
    [InlineData("map")]
    public async Task AStopAtAnyStageAndAnotherRunGiveTheUndisturbedResult(string stage)
    {
        using var undisturbed = new SmallCommunity();
        await undisturbed.MineAsync([undisturbed.WritePosts(300)]);
        var file = _community.WritePosts(300);
        await Should.ThrowAsync<InvalidOperationException>(() => _community.MineAsync([file], progress: report =>
        {
            if (report.Stage == stage)
            {
                throw new InvalidOperationException("stopped");
            }
        }));
        await _community.MineAsync([file]);
        _community.Visible().ShouldBe(undisturbed.Visible());
    }

    [Fact]
    public async Task ReadersKeepTheOldRunUntilTheNewOneIsWhole()
    {
        await _community.MineAsync([_community.WritePosts(120)]);
        var before = _community.Visible();
        await Should.ThrowAsync<InvalidOperationException>(() => _community.MineAsync([_community.WritePosts(120)], progress: report =>
        {
            if (report.Stage == "map")
            {
                throw new InvalidOperationException("stopped");
            }
        }));
        using var workspace = _community.OpenToRead();
        new MiningRuns(workspace, TimeProvider.System).Current.ShouldBe(1);
        _community.Visible().ShouldBe(before);
    }

    [Fact]
    public async Task CancellingStopsBetweenBatches()
    {
        using var cancellation = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => _community.MineAsync(
            [_community.WritePosts(400)], progress: report => { if (report.Stage == "read") { cancellation.Cancel(); } }, cancellation: cancellation.Token));
        using var workspace = _community.OpenToRead();
        workspace.Connection.Query("SELECT COUNT(*) FROM Posts", row => row.GetInt64(0)).ShouldBe([100]);
    }

    [Theory]
    [InlineData("id,body\n1,where is the shelf\n", 1)]
    [InlineData("id,body\n1,where is the shelf\n2,where is the shelf\n", 2)]
    [InlineData("id,body\n1,😀😀\n2,https://example.org/a\n3,where is the shelf\n", 2)]
    public async Task FewPostsAreMinedToo(string csv, int posts)
    {
        var (_, run) = await _community.MineAsync([_community.Folder.Write("few.csv", csv)]);
        run.Posts.ShouldBe(posts);
    }

    [Fact]
    public async Task FiveHundredIdenticalPostsLieInOneTopic()
    {
        var csv = "id,body\n" + string.Concat(Enumerable.Range(0, 500).Select(i => $"{i},the lamp blinks again and again\n"));
        var (_, run) = await _community.MineAsync([_community.Folder.Write("same.csv", csv)]);
        run.Duplicates.ShouldBe(499);
        using var workspace = _community.OpenToRead();
        workspace.Connection.Query("SELECT COUNT(DISTINCT COALESCE(TopicId, '')) FROM PostTopics", row => row.GetInt64(0)).ShouldBe([1]);
    }

    [Fact]
    public async Task PostsWithoutAnyWordAreSaid()
    {
        var file = _community.Folder.Write("none.csv", "id,body\n1,https://example.org/a\n2,https://example.org/b\n");
        (await Should.ThrowAsync<JobException>(() => _community.MineAsync([file]))).Message.ShouldContain("text");
    }

    [Fact]
    public async Task OneUnreadableFileDoesNotStopTheOthers()
    {
        var (ingest, _) = await _community.MineAsync([_community.Folder.Write("empty.csv", ""), _community.WritePosts(60)]);
        ingest.UnreadableInputs.ShouldHaveSingleItem().ShouldContain("is empty");
        ingest.Added.ShouldBe(60);
    }

    [Fact]
    public async Task RejectedRowsAreListedForTheUserAndKept()
    {
        var file = _community.WritePosts(60);
        File.AppendAllText(file, "x1,ann\n");
        var (ingest, _) = await _community.MineAsync([file]);
        ingest.Rejected.ShouldBe(1);
        File.ReadAllText(ingest.RejectedLists.Single()).ShouldContain("\"line\":62");
        using var workspace = _community.OpenToRead();
        using var context = workspace.CreateContext();
        context.RejectedRows.Single().Line.ShouldBe(62);
    }

    [Fact]
    public async Task AllPostsByOneMemberAreMined()
    {
        var (_, run) = await _community.MineAsync([_community.WritePosts(200, members: 1)]);
        (run.Posts, run.Members).ShouldBe((200, 1));
    }

    [Fact]
    public async Task ThousandsOfMembersWithOnePostEachAreMined()
    {
        var file = _community.WritePosts(3_000);
        var number = 0;
        File.WriteAllLines(file, File.ReadAllLines(file).Select(line => number++ == 0 ? line : System.Text.RegularExpressions.Regex.Replace(line, ",m[0-9]+,", $",single{number},")));
        (await _community.MineAsync([file])).Run.Members.ShouldBe(3_000);
    }

    [Fact]
    public async Task PostsWithoutAMemberColumnAreMined()
    {
        var file = _community.WritePosts(200);
        File.WriteAllLines(file, File.ReadAllLines(file).Select(line => line.Split(',')).Select(cells => $"{cells[0]},{cells[2]},{cells[3]}"));
        var (ingest, run) = await _community.MineAsync([file]);
        run.Members.ShouldBe(0);
        ingest.Sources[0].Mapping![TextSeg.Engine.Sources.Columns.ColumnRole.Member].ShouldBeNull();
    }

    [Fact]
    public async Task AChangedTextIsEncodedAnewAndNothingElse()
    {
        var file = _community.WritePosts(150);
        await _community.MineAsync([file]);
        File.WriteAllLines(file, File.ReadAllLines(file).Select(line => line.StartsWith("p7,", StringComparison.Ordinal) ? line.Replace("i have a question", "i had an old question", StringComparison.Ordinal) : line));
        var encoder = new WordHashEncoder();
        var (ingest, _) = await _community.MineAsync([file], encoder);
        (ingest.Changed, ingest.Unchanged, _community.EncodedPosts).ShouldBe((1, 149, 1));
    }
}
