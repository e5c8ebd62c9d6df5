using TextSeg.Engine.Edits;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Reports;

namespace TextSeg.Engine.Tests.Storage;

/// <summary>The whole round, in any database: mine, read, ask, edit, add, mine again.</summary>
public abstract class MiningConformance(WorkspacePlace place) : IDisposable
{
    private readonly SmallCommunity _community = new(place);

    public void Dispose()
    {
        _community.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task AWholeRoundGoesThrough()
    {
        var (ingest, run) = await _community.MineAsync([_community.WritePosts(300)]);
        (ingest.Added, run.Posts, run.Segments).ShouldBe((300, 300, run.Segments));
        InventedReadings.Write(_community.Address, post => post % 5 == 0 ? InventedReading.Angry : InventedReading.Pleased);
        await AskAsync();
        ReadCards();
        await EditAsync();
        (await _community.AddAsync([_community.WritePosts(320)])).Count.ShouldBe(20);
        var (again, rerun) = await _community.MineAsync([_community.WritePosts(320)]);
        (again.Unchanged, rerun.Posts).ShouldBe((320, 320));
        EditNames().ShouldContain("Lamps of all kinds");
    }

    [Fact]
    public async Task AStopAndAnotherRunGiveTheUndisturbedResult()
    {
        await _community.MineAsync([_community.WritePosts(200)]);
        var before = _community.Visible();
        await Should.ThrowAsync<InvalidOperationException>(() => _community.MineAsync([_community.WritePosts(200)], progress: report =>
        {
            if (report.Stage == "map")
            {
                throw new InvalidOperationException("stopped");
            }
        }));
        _community.Visible().ShouldBe(before);
        await _community.MineAsync([_community.WritePosts(200)]);
        _community.Visible().ShouldBe(before);
    }

    private async Task AskAsync()
    {
        using var workspace = _community.OpenToRead();
        var encoder = new WordHashEncoder();
        await using var store = _community.Tools(encoder).OpenStoreToRead(workspace);
        var search = new PostSearch(workspace, store, encoder);
        var answer = await search.AskAsync("refund payment charged bank invoice", new SearchFilter());
        answer.Hits.Count.ShouldBe(10);
        answer.Legs.Words.ShouldBeGreaterThan(0);
        answer.Hits.ShouldContain(hit => hit.FoundBy.Contains("words") && hit.Labels.Count > 0);
        var angry = await search.AskAsync("lamp", SearchFilter.Parse("mood=frustrated|anger,urgency=urgent,after=2023-03-01,language=en"), limit: 100);
        angry.Searched.ShouldBeInRange(1, 60);
        (await search.AskAsync("the of and", new SearchFilter())).Hits.Count.ShouldBeLessThanOrEqualTo(10);
    }

    private void ReadCards()
    {
        using var workspace = _community.OpenToRead();
        var topic = new TopicQueries(workspace).AtReaderLevel()[0];
        var card = new TopicQueries(workspace).Get(topic.Id);
        card.Months.Sum(month => month.Posts).ShouldBe(topic.Posts);
        new MemberQueries(workspace).Get("m3").Latest.Count.ShouldBeGreaterThan(0);
        new ReportBuilder(workspace, TimeProvider.System).Build("small").Topics.ShouldNotBeEmpty();
    }

    private async Task EditAsync()
    {
        using var workspace = _community.OpenToWrite();
        var edits = new WorkspaceEdits(workspace, new FixedClock());
        var topics = new TopicQueries(workspace).AtReaderLevel();
        await edits.MergeAsync([topics[0].Id, topics[1].Id], preview: true);
        edits.List().ShouldBeEmpty();
        await edits.RenameAsync(topics[0].Id, "Lamps of all kinds");
        var merged = await edits.MergeAsync([topics[2].Id, topics[3].Id]);
        await edits.UndoAsync(merged.Number);
        edits.List().Count.ShouldBe(1);
    }

    private IReadOnlyList<string> EditNames()
    {
        using var workspace = _community.OpenToRead();
        return [.. new TopicQueries(workspace).All().Select(topic => topic.Name)];
    }
}
