using TextSeg.Engine.Edits;
using TextSeg.Engine.MemberRights;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Streaming;
using TextSeg.Engine.Topics.Placement;

namespace TextSeg.Engine.Tests.Topics.Placement;

public sealed class PlacementStageTests : IDisposable
{
    private const string Reader = "SELECT Topics.Name, Topics.Posts, Topics.Members, COUNT(*), COUNT(DISTINCT MemberId) FROM Topics JOIN PostTopics ON PostTopics.RunId = Topics.RunId AND TopicId = Topics.Id "
        + "JOIN Posts ON Posts.Id = PostId WHERE Topics.RunId > 0 GROUP BY Topics.Id, Topics.Name, Topics.Posts, Topics.Members";

    private readonly SmallCommunity _community = new();

    public void Dispose() => _community.Dispose();

    [Theory]
    [InlineData(20_000)]
    [InlineData(50)]
    public async Task ANewPostIsInTheTopicOfItsThemeAtOnce(int compared)
    {
        _community.Options.Placement = new PlacementOptions { MostTextsCompared = compared, ListRows = 32 };
        await MineAsync();
        File.Exists(Path.Combine(_community.Data, "placement.index")).ShouldBe(compared < 300);

        var placed = await _community.AddAsync([New("n1,new,i have a question about the lamp bulb light switch dark", "n2,new,i have a question about the refund payment invoice bank receipt")]);
        placed.Count.ShouldBe(2);
        Counts().ShouldAllBe(topic => topic.Posts == topic.InTable && topic.Members == topic.MembersInTable);
        using var workspace = _community.OpenToRead();
        foreach (var (post, word) in placed.Zip(["lamp", "invoice"]))
        {
            var near = workspace.Connection.Query("SELECT Prose FROM Posts WHERE Id = $1", row => row.GetString(0), post.Nearest).Single();
            near.Split(' ').Intersect(word == "lamp" ? ["lamp", "bulb", "light", "switch", "dark", "blinks"] : ["invoice", "refund", "payment", "charged", "bank", "receipt"]).ShouldNotBeEmpty();
            post.Strength.ShouldBeInRange(0.5, 1);
            workspace.Connection.Query("SELECT TopicId, State FROM PostTopics WHERE RunId > 0 AND PostId = $1", row => (row.GetString(0), row.GetString(1)), post.Post).Single().ShouldBe((post.Topic!, "placed"));
        }

        new MemberQueries(workspace).Get("new").Topics.Sum(topic => topic.Posts).ShouldBe(2);
    }

    [Fact]
    public async Task WhereAPostIsPlacedHangsOnTheRunAlone()
    {
        await MineAsync();
        using var other = new SmallCommunity();
        await other.MineAsync([other.WritePosts(300)]);

        await _community.AddAsync([_community.WritePosts(340)]);
        foreach (var upTo in new[] { 310, 325, 340 })
        {
            await other.AddAsync([other.WritePosts(upTo)]);
        }

        Places(_community).ShouldBe(Places(other));
        (await _community.AddAsync([_community.WritePosts(340)])).ShouldBeEmpty("all are placed");
    }

    [Fact]
    public async Task AChangedPostMovesWithItsWords()
    {
        await MineAsync();
        var rows = File.ReadAllLines(_community.WritePosts(300));
        rows[1] = "p0,m1,2023-01-11,\"i have a question about the invoice refund payment bank receipt charged refund invoice bank number 0\"";
        await _community.AddAsync([_community.Folder.Write("posts.csv", string.Join('\n', rows))]);
        var (topic, near) = TopicsOf("p0", "p3");
        topic.ShouldBe(near, "p3 is about invoices");
        Counts().ShouldAllBe(count => count.Posts == count.InTable && count.Members == count.MembersInTable);
    }

    [Fact]
    public async Task StoppedBetweenItGoesOnAndEndsTheSame()
    {
        await MineAsync();
        using var other = new SmallCommunity();
        await other.MineAsync([other.WritePosts(300)]);
        await other.AddAsync([other.WritePosts(330)]);
        foreach (var stage in new[] { "read", "clean", "encode", "annotate" })
        {
            await Should.ThrowAsync<OperationCanceledException>(() => _community.AddAsync([_community.WritePosts(330)], report => Stop(report.Stage == stage)));
        }

        await _community.AddAsync([_community.WritePosts(330)]);
        Places(_community).ShouldBe(Places(other));
    }

    [Fact]
    public async Task EditsKeepPlacedPostsAndTheNextRunTakesThemIn()
    {
        await MineAsync();
        using (var workspace = _community.OpenToWrite())
        {
            var topics = new TopicQueries(workspace).AtReaderLevel();
            await new WorkspaceEdits(workspace, new FixedClock()).MergeAsync([topics[0].Id, topics[1].Id]);
        }

        await _community.AddAsync([_community.WritePosts(320)]);
        Counts().Sum(topic => topic.InTable).ShouldBe(320);
        using (var workspace = _community.OpenToWrite())
        {
            PlacementStage.HasPlaced(workspace).ShouldBeTrue();
            await new WorkspaceEdits(workspace, new FixedClock()).UndoAsync();
        }

        Counts().Sum(topic => topic.InTable).ShouldBe(320, "they are in the topics as they were found too");
        (await _community.MineAsync([_community.WritePosts(320)])).Run.Posts.ShouldBe(320);
        using var mined = _community.OpenToRead();
        PlacementStage.HasPlaced(mined).ShouldBeFalse();
    }

    [Fact]
    public async Task AnIndexThatIsDamagedIsMadeAnew()
    {
        _community.Options.Placement = new PlacementOptions { MostTextsCompared = 50, ListRows = 32 };
        await MineAsync();
        using var other = new SmallCommunity();
        other.Options.Placement = _community.Options.Placement;
        await other.MineAsync([other.WritePosts(300)]);
        var path = Path.Combine(_community.Data, "placement.index");
        var bytes = File.ReadAllBytes(path);
        foreach (var (at, posts) in new[] { (3, 302), (100, 304), (bytes.Length - 1, 306) })
        {
            var damaged = (byte[])bytes.Clone();
            damaged[at] ^= 1;
            File.WriteAllBytes(path, damaged);
            await _community.AddAsync([_community.WritePosts(posts)]);
            File.ReadAllBytes(path).SequenceEqual(bytes).ShouldBeTrue($"byte {at}");
        }

        await other.AddAsync([other.WritePosts(307)]);
        await _community.AddAsync([_community.WritePosts(307)]);
        Places(_community).ShouldBe(Places(other));
    }

    [Fact]
    public async Task AnIndexThatHoldsWhomAnotherProcessErasedIsDeletedAndOneThatDoesNotIsKept()
    {
        _community.Options.Placement = new PlacementOptions { MostTextsCompared = 50, ListRows = 32 };
        await MineAsync();
        var path = Path.Combine(_community.Data, "placement.index");
        var before = File.ReadAllBytes(path);
        await using var knowledge = new StandingKnowledge();
        using (var workspace = _community.OpenToWrite())
        {
            knowledge.LetGoOfErased(workspace);
            File.Exists(path).ShouldBeTrue("nobody was erased");
            await new MemberErasure(workspace).EraseAsync(2, TestContext.Current.CancellationToken);
            File.Exists(path).ShouldBeFalse();

            // As it lies in the data folder of another host.
            File.WriteAllBytes(path, before);
            knowledge.LetGoOfErased(workspace);
            File.Exists(path).ShouldBeFalse();
        }

        await _community.AddAsync([_community.WritePosts(302)]);
        using var afterwards = _community.OpenToRead();
        await using var fresh = new StandingKnowledge();
        fresh.LetGoOfErased(afterwards);
        File.Exists(path).ShouldBeTrue("it was made after the erasure");
    }

    [Fact]
    public async Task WithoutARunItSaysWhatToDo() =>
        (await Should.ThrowAsync<JobException>(() => _community.AddAsync([_community.WritePosts(20)]))).Message.ShouldContain("mine");

    private static void Stop(bool now)
    {
        if (now)
        {
            throw new OperationCanceledException();
        }
    }

    private async Task MineAsync() => await _community.MineAsync([_community.WritePosts(300)]);

    private string New(params string[] rows) =>
        _community.Folder.Write("posts.csv", "id,author,created_at,body\n" + string.Join('\n', rows.Select(row => row.Split(',')).Select(row => $"{row[0]},{row[1]},2024-01-11,\"{row[2]}\"")));

    private List<(int Posts, int Members, int InTable, int MembersInTable)> Counts()
    {
        using var workspace = _community.OpenToRead();
        return [.. workspace.Connection.Query(Reader, row => (row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4)))];
    }

    private (string First, string Second) TopicsOf(string first, string second)
    {
        using var workspace = _community.OpenToRead();
        return (TopicOf(first), TopicOf(second));

        string TopicOf(string post) => workspace.Connection.Query("SELECT TopicId FROM PostTopics JOIN Posts ON Posts.Id = PostId WHERE ExternalId = $1", row => row.GetString(0), post).Single();
    }

    private static string Places(SmallCommunity community)
    {
        using var workspace = community.OpenToRead();
        return string.Join('\n', workspace.Connection.Query(
            "SELECT ExternalId, TopicId, LeafId, Strength, State, X, Y FROM PostTopics JOIN Posts ON Posts.Id = PostId WHERE RunId > 0 ORDER BY ExternalId",
            row => string.Join('|', Enumerable.Range(0, row.FieldCount).Select(row.GetValue))));
    }
}
