using TextSeg.Engine.Edits;
using TextSeg.Engine.Queries;

namespace TextSeg.Engine.Tests.Storage;

public sealed class SameOnBothTests : IDisposable
{
    private readonly SmallCommunity _sqlite = new(new SqlitePlace());
    private readonly SmallCommunity _server;

    public SameOnBothTests() => _server = new SmallCommunity(new PostgreSqlPlace());

    public void Dispose()
    {
        _sqlite.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task TheSamePostsGiveTheSameTopicsSegmentsNamesAndAnswers()
    {
        await _sqlite.MineAsync([_sqlite.WritePosts(400)]);
        await _server.MineAsync([_server.WritePosts(400)]);
        _server.Visible().ShouldBe(_sqlite.Visible());
        (await FoundByMeaning(_server)).ShouldBe(await FoundByMeaning(_sqlite));
        (await EditedAndAddedTo(_server)).ShouldBe(await EditedAndAddedTo(_sqlite));
    }

    private static async Task<string> FoundByMeaning(SmallCommunity community)
    {
        using var workspace = community.OpenToRead();
        var encoder = new WordHashEncoder();
        await using var store = community.Tools(encoder).OpenStoreToRead(workspace);
        var answer = await new PostSearch(workspace, store, encoder).AskAsync("refund payment charged bank invoice", new SearchFilter { Language = "en" }, limit: 1_000);
        var hits = answer.Hits.Where(hit => hit.FoundBy.Contains("meaning")).OrderBy(hit => hit.Post).Select(hit => $"{hit.Post} {hit.Relevance} {hit.Topic} {hit.Member} {hit.Time}");
        return string.Join('\n', [$"{answer.Searched} {answer.Posts} {answer.Members} {answer.ExpectedRelevant} {answer.Legs.Meaning}", .. answer.Topics.Select(topic => $"{topic}"), .. hits]);
    }

    private static async Task<string> EditedAndAddedTo(SmallCommunity community)
    {
        using (var workspace = community.OpenToWrite())
        {
            var topics = new TopicQueries(workspace).AtReaderLevel();
            await new WorkspaceEdits(workspace, new FixedClock()).MergeAsync([topics[0].Id, topics[1].Id]);
        }

        await community.AddAsync([community.WritePosts(420)]);
        return community.Visible();
    }
}
