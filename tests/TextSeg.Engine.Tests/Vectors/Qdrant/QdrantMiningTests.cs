using TextSeg.Engine.MemberRights;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Tests.Storage;

namespace TextSeg.Engine.Tests.Vectors.Qdrant;

/// <summary>The whole round with vectors on a server.</summary>
public sealed class QdrantMiningTests() : MiningConformance(new QdrantPlace());

/// <summary>What a workspace does with vectors on a server.</summary>
public sealed class QdrantWorkspaceUseTests : IDisposable
{
    private readonly QdrantPlace _place = new();
    private readonly SmallCommunity _community;

    public QdrantWorkspaceUseTests() => _community = new SmallCommunity(_place);

    public void Dispose() => _community.Dispose();

    [Fact]
    public async Task ResultsAndAnswersAreThoseOfVectorsInTheFolder()
    {
        using var files = new SmallCommunity(new SqlitePlace());
        await files.MineAsync([files.WritePosts(300)]);
        await _community.MineAsync([_community.WritePosts(300)]);
        _community.Visible().ShouldBe(files.Visible());
        (await AnswerAsync(_community)).ShouldBe(await AnswerAsync(files));
        Directory.Exists(Path.Combine(_community.Data, "vectors")).ShouldBeFalse();
    }

    [Fact]
    public async Task AnotherEncoderTakesOverWithItsRunAndTheOldVectorsGo()
    {
        await _community.MineAsync([_community.WritePosts(200)]);
        (await _place.Vectors.CurrentAsync()).ShouldBe("words@1");
        await _community.MineAsync([], new WordHashEncoder { ModelId = "others@1" });
        (await _place.Vectors.CurrentAsync()).ShouldBe("others@1");
        (await _place.Vectors.ModelsAsync()).ShouldBe(["others@1"]);
    }

    [Fact]
    public async Task AnErasedMembersVectorsAreGone()
    {
        await _community.MineAsync([_community.WritePosts(200)]);
        using var workspace = _community.OpenToWrite();
        var erasure = new MemberErasure(workspace);
        var member = workspace.Connection.Query("SELECT MemberId FROM Posts ORDER BY Id LIMIT 1", row => row.GetInt64(0)).Single();
        var posts = workspace.Connection.Query("SELECT Id FROM Posts WHERE MemberId = $1", row => row.GetInt64(0), member).ToArray();
        (await erasure.EraseAsync(member)).Vectors.ShouldBe(posts.Length);
        await using var store = await workspace.Vectors.OpenToReadAsync("words@1");
        (await store.MissingAsync(posts)).ShouldBe(posts);
        (await store.CountAsync()).ShouldBe(200 - posts.Length);
    }

    private static async Task<string> AnswerAsync(SmallCommunity community)
    {
        using var workspace = community.OpenToRead();
        var encoder = new WordHashEncoder();
        await using var store = community.Tools(encoder).OpenStoreToRead(workspace);
        var answer = await new PostSearch(workspace, store, encoder).AskAsync("refund payment charged bank invoice", new SearchFilter { Language = "en" }, limit: 100);
        return System.Text.Json.JsonSerializer.Serialize(answer, StoredJson.Options);
    }
}
