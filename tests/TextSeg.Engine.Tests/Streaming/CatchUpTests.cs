using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Streaming;

namespace TextSeg.Engine.Tests.Streaming;

public sealed class CatchUpTests : IDisposable
{
    private readonly SmallCommunity _community = new();

    public void Dispose() => _community.Dispose();

    [Fact]
    public async Task EveryPostThatStreamsInGetsAllItsResultsOnce()
    {
        await _community.MineAsync([_community.WritePosts(300)]);
        var encoder = new WordHashEncoder();
        await using var knowledge = new StandingKnowledge();
        using var workspace = _community.OpenToWrite();
        foreach (var upTo in new[] { 301, 320, 340 })
        {
            await StoreAsync(workspace, upTo);
            while ((await _community.Pipeline(workspace, encoder).CatchUpAsync(knowledge, 7, null, CancellationToken.None)).Taken > 0)
            {
            }
        }

        encoder.Encoded.ShouldBe(40);
        Count(workspace, "Posts WHERE NeedsVector = 1 OR Prose IS NULL OR Language IS NULL").ShouldBe(0);
        Count(workspace, "Waiting").ShouldBe(0);
        Count(workspace, "PostTopics WHERE RunId > 0").ShouldBe(340);
        Count(workspace, "Annotations WHERE Kind = 'language'").ShouldBe(340);
    }

    [Fact]
    public async Task TheNextRunIsAsIfAllPostsHadComeAtOnce()
    {
        await _community.MineAsync([_community.WritePosts(200)]);
        await using (var knowledge = new StandingKnowledge())
        using (var workspace = _community.OpenToWrite())
        {
            foreach (var upTo in new[] { 230, 300 })
            {
                await StoreAsync(workspace, upTo);
                await _community.Pipeline(workspace).CatchUpAsync(knowledge, 1_000, null, CancellationToken.None);
            }
        }

        await _community.MineAsync([_community.WritePosts(300)]);
        using var atOnce = new SmallCommunity();
        await atOnce.MineAsync([atOnce.WritePosts(300)]);
        _community.Visible().ShouldBe(atOnce.Visible());
    }

    [Fact]
    public async Task ANewMembersNameIsMaskedInPostsThatComeThen()
    {
        await _community.MineAsync([_community.WritePosts(100)]);
        await using var knowledge = new StandingKnowledge();
        using var workspace = _community.OpenToWrite();
        await StoreAsync(workspace, 101);
        await _community.Pipeline(workspace).CatchUpAsync(knowledge, 100, null, CancellationToken.None);

        await StoreAsync(workspace, "id,author,body\nn1,Quimberly,the lamp is dark\nn2,m1,ask Quimberly about the lamp\n");
        await _community.Pipeline(workspace).CatchUpAsync(knowledge, 100, null, CancellationToken.None);
        workspace.Connection.Query("SELECT Prose FROM Posts WHERE ExternalId = 'n2'", row => row.GetString(0)).Single().ShouldBe("ask [name] about the lamp");
    }

    [Fact]
    public async Task APostThatCameWhileARunWorkedIsPlacedInItsTopics()
    {
        await _community.MineAsync([_community.WritePosts(300)]);
        using var workspace = _community.OpenToWrite();
        await using var knowledge = new StandingKnowledge();
        var isFirst = true;
        await _community.MineBesideAsync(workspace, async report =>
        {
            if (report.Stage == "neighbours" && isFirst)
            {
                isFirst = false;
                await StoreAsync(workspace, 310);
                (await _community.Pipeline(workspace).CatchUpAsync(knowledge, 100, null, CancellationToken.None)).Placed.Count.ShouldBe(10);
            }
        });
        isFirst.ShouldBeFalse();
        (await _community.Pipeline(workspace).CatchUpAsync(knowledge, 100, null, CancellationToken.None)).Placed.Count.ShouldBe(10);
        Count(workspace, "PostTopics WHERE RunId > 0 AND State = 'placed'").ShouldBe(10);
        Count(workspace, "Waiting").ShouldBe(0);
    }

    private Task StoreAsync(Workspace workspace, int posts) => StoreAsync(workspace, File.ReadAllText(_community.WritePosts(posts)));

    private async Task StoreAsync(Workspace workspace, string csv)
    {
        var source = new SourceOpener(new SourceOptions(), new FixedClock()).Open(InputFinder.Find([_community.Folder.Write("posts.csv", csv)]).Single());
        await new IngestStage(workspace, new IngestOptions(), new FixedClock()).StoreAsync(source, CancellationToken.None);
    }

    private static long Count(Workspace workspace, string of) => workspace.Connection.Query($"SELECT COUNT(*) FROM {of}", row => row.GetInt64(0)).Single();
}
