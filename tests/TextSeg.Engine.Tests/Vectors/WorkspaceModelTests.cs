using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Vectors;

namespace TextSeg.Engine.Tests.Vectors;

public sealed class WorkspaceModelTests : IDisposable
{
    private readonly SmallCommunity _community = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _community.Dispose();

    [Fact]
    public async Task AnotherModelEncodesAllPostsAnewAndTheOldVectorsAreRemoved()
    {
        var file = _community.WritePosts(300);
        await _community.MineAsync([file]);
        await _community.MineAsync([file], Other());
        _community.EncodedPosts.ShouldBe(300);
        using var workspace = _community.OpenToRead();
        CurrentRun.Read(workspace).Model.ShouldBe("others@1");
        new WorkspaceModel(workspace).Current.ShouldBe("others@1");
        new WorkspaceModel(workspace).Next.ShouldBeNull();
        Folders().ShouldBe(["others@1"]);
        (await AskAsync(workspace, Other())).Hits.Count.ShouldBe(10);
    }

    [Theory]
    [InlineData("encode", 2_200)]
    [InlineData("words", 160)]
    [InlineData("map", 160)]
    public async Task AskAnswersFromTheOldModelUntilTheNewOneIsWholeAndAKilledChangeGoesOn(string stage, int posts)
    {
        var file = _community.WritePosts(posts);
        await _community.MineAsync([file]);
        var before = await AskAsync();
        await Should.ThrowAsync<InvalidOperationException>(() => _community.MineAsync([], Other(), StopAt(stage)));
        using (var workspace = _community.OpenToRead())
        {
            (new WorkspaceModel(workspace).Current, new WorkspaceModel(workspace).Next).ShouldBe(("words@1", "others@1"));
        }

        (await AskAsync()).ShouldBeEquivalentTo(before);
        Folders().ShouldBe(["others@1", "words@1"]);

        await _community.MineAsync([], Other());
        _community.EncodedPosts.ShouldBeLessThan(posts, "what was encoded before the kill is not encoded again");
        Folders().ShouldBe(["others@1"]);
        using var other = new SmallCommunity();
        await other.MineAsync([other.WritePosts(posts)], Other());
        _community.Visible().ShouldBe(other.Visible(), "as if the workspace had never had another model");
    }

    [Fact]
    public async Task AskAnswersWhileAnotherTaskEncodesWithTheNewModel()
    {
        await _community.MineAsync([_community.WritePosts(300)]);
        var before = await AskAsync();
        SearchAnswer? during = null;
        var encoder = new WordHashEncoder(24) { ModelId = "others@1", BeforeBatch = _ => during ??= AskAsync().GetAwaiter().GetResult() };
        await _community.MineAsync([], encoder);
        during.ShouldNotBeNull().ShouldBeEquivalentTo(before);
    }

    [Fact]
    public async Task AReaderThatHasTheOldVectorsOpenReadsOnAfterTheSwitch()
    {
        await _community.MineAsync([_community.WritePosts(200)]);
        using var workspace = _community.OpenToRead();
        await using var store = EmbeddedVectorStore.OpenToRead(workspace.VectorFolder("words@1"), "words@1");
        await _community.MineAsync([], Other());
        Directory.Exists(workspace.VectorFolder("words@1")).ShouldBeFalse();
        (await store.CountAsync(Cancellation)).ShouldBe(200);
        (await store.FetchAsync([1, 2], Cancellation)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task APostThatChangesDuringAChangeOfModelIsEncodedAnewByBoth()
    {
        await _community.MineAsync([_community.WritePosts(120)]);
        await Should.ThrowAsync<InvalidOperationException>(() => _community.MineAsync([Changed()], Other(), StopAt("map")));
        using (var between = _community.OpenToRead())
        {
            await using var old = EmbeddedVectorStore.OpenToRead(between.VectorFolder("words@1"), "words@1");
            (await old.CountAsync(Cancellation)).ShouldBe(119, "the vector of words that are gone is gone too");
            (await AskAsync(between, new WordHashEncoder())).Searched.ShouldBe(120);
        }

        await _community.MineAsync([]);
        _community.EncodedPosts.ShouldBe(1, "back with the old model, only the changed post lacks its vector");
        Folders().ShouldBe(["others@1", "words@1"], "a change that was begun keeps what it has");
    }

    [Fact]
    public async Task VectorsOfTwoModelsAreNeverMixed()
    {
        await _community.MineAsync([_community.WritePosts(120)]);
        using var workspace = _community.OpenToRead();
        var folder = workspace.VectorFolder("words@1");
        await using var store = EmbeddedVectorStore.OpenToRead(folder, "words@1");
        var question = new float[48];
        question[0] = 1;
        await Should.ThrowAsync<VectorStoreException>(() => store.SearchAsync(new VectorQuery("others@1", question, 5), Cancellation));
        Should.Throw<VectorStoreException>(() => EmbeddedVectorStore.Open(folder, "others@1", 48));
        Should.Throw<VectorStoreException>(() => EmbeddedVectorStore.OpenToRead(folder, "others@1"));
    }

    private static WordHashEncoder Other() => new(24) { ModelId = "others@1" };

    private string Changed()
    {
        var lines = File.ReadAllLines(_community.WritePosts(120));
        lines[5] = lines[5].Replace("i have a question about", "now i know all about", StringComparison.Ordinal);
        return _community.Folder.Write("posts.csv", string.Join('\n', lines) + "\n");
    }

    private static Action<Mining.StageProgress> StopAt(string stage) => report =>
    {
        if (report.Stage == stage)
        {
            throw new InvalidOperationException("stopped");
        }
    };

    private string[] Folders() => [.. Directory.GetDirectories(Path.Combine(_community.Data, "vectors")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    private async Task<SearchAnswer> AskAsync()
    {
        using var workspace = _community.OpenToRead();
        return await AskAsync(workspace, new WordHashEncoder());
    }

    private static async Task<SearchAnswer> AskAsync(Workspace workspace, WordHashEncoder encoder)
    {
        await using var store = EmbeddedVectorStore.OpenToRead(workspace.VectorFolder(encoder.ModelId), encoder.ModelId);
        return await new PostSearch(workspace, store, encoder).AskAsync("the lamp and its bulb", SearchFilter.Parse(""), cancellationToken: Cancellation);
    }
}
