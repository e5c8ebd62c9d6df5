using TextSeg.Engine.Edits;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Reports;
using TextSeg.Mining.Topics.Edits;

namespace TextSeg.Engine.Tests.Edits;

public sealed class WorkspaceEditsTests(MinedCommunity mined) : IClassFixture<MinedCommunity>, IDisposable
{
    private readonly EditedCommunity _edited = mined.Copy();

    public void Dispose() => _edited.Dispose();

    [Fact]
    public async Task ARenamedTopicHasTheNameInAllThatReadersSee()
    {
        var id = _edited.Topics()[1].Id;
        var outcome = await _edited.Edit(edits => edits.RenameAsync(id, "Lights and lamps"));
        (outcome.Posts, outcome.Names.Single().After, EditSentences.Changes(outcome)).ShouldBe((0, "Lights and lamps", "changes 1 name"));
        _edited.Read(workspace => new TopicQueries(workspace).Get(id)).Topic.Name.ShouldBe("Lights and lamps");
        _edited.Read(workspace => new ReportBuilder(workspace, new FixedClock()).Build("")).Topics.ShouldContain(topic => topic.Id == id && topic.Name == "Lights and lamps");
        _edited.ShouldBeConsistent();
    }

    [Fact]
    public async Task ARenamedSegmentKeepsItsNameOverTheNextRun()
    {
        var id = _edited.Read(workspace => new SegmentQueries(workspace).All())[0].Id;
        await _edited.Edit(edits => edits.RenameAsync(id, "The people we write to"));
        _edited.Read(workspace => new SegmentQueries(workspace).Get(id)).Name.ShouldBe("The people we write to");
        await _edited.Community.MineAsync([_edited.Community.WritePosts(420)]);
        var kept = _edited.Read(workspace => new SegmentQueries(workspace).All()).Any(segment => segment.Name == "The people we write to");
        (kept || _edited.List().Single().State == EditState.Conflict).ShouldBeTrue();
    }

    [Fact]
    public async Task MergedTopicsAreOneWithAllTheirPosts()
    {
        var (first, second) = (_edited.Topics()[0], _edited.Topics()[2]);
        var outcome = await _edited.Edit(edits => edits.MergeAsync([first.Id, second.Id]));
        (outcome.Posts, string.Join(' ', outcome.Ended)).ShouldBe((second.Posts, second.Id));
        _edited.Topics().ShouldContain(topic => topic.Id == first.Id && topic.Posts == first.Posts + second.Posts);
        _edited.ShouldBeConsistent();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task ASplitTopicHasTheNumberOfPartsWanted(int? into)
    {
        var topic = _edited.Topics()[0];
        var outcome = await _edited.Edit(edits => edits.SplitAsync(topic.Id, into));
        outcome.Made.Count.ShouldBeInRange((into ?? 2) - 1, (into ?? 8) - 1);
        _edited.Topics().Where(part => part.Id == topic.Id || outcome.Made.Contains(part.Id)).Sum(part => part.Posts).ShouldBe(topic.Posts);
        _edited.ShouldBeConsistent();
    }

    [Fact]
    public async Task AMovedPostLiesWhereItWasPutWithAllThatSayTheSame()
    {
        var (from, to) = (_edited.Topics()[0], _edited.Topics()[1]);
        var post = _edited.PostsOf(from.Id)[0];
        var outcome = await _edited.Edit(edits => edits.MoveAsync(post, to.Id));
        outcome.Posts.ShouldBeGreaterThanOrEqualTo(1);
        _edited.TopicOf(post).ShouldBe(to.Id);
        _edited.ShouldBeConsistent();
    }

    [Fact]
    public async Task PostsKeptApartLieInTwoTopicsAndPostsKeptTogetherInOne()
    {
        var posts = _edited.PostsOf(_edited.Topics()[0].Id);
        await _edited.Edit(edits => edits.ApartAsync(posts[0], posts[^1]));
        _edited.TopicOf(posts[0]).ShouldNotBe(_edited.TopicOf(posts[^1]));
        var other = _edited.PostsOf(_edited.Topics()[^1].Id)[0];
        await _edited.Edit(edits => edits.TogetherAsync(posts[1], other));
        _edited.TopicOf(other).ShouldBe(_edited.TopicOf(posts[1]));
        _edited.ShouldBeConsistent();
    }

    [Fact]
    public async Task TopicsKeptApartCannotBeMerged()
    {
        var (a, b) = (_edited.Topics()[0].Id, _edited.Topics()[1].Id);
        var apart = await _edited.Edit(edits => edits.ApartAsync(a, b));
        apart.Posts.ShouldBe(0);
        var before = _edited.Visible();
        var refusal = await Should.ThrowAsync<JobException>(() => _edited.Edit(edits => edits.MergeAsync([a, b])));
        refusal.Message.ShouldContain($"Edit {apart.Number} keeps these apart");
        _edited.Visible().ShouldBe(before);
    }

    [Fact]
    public async Task APreviewSaysWhatHappensAndChangesNothing()
    {
        var topics = _edited.Topics();
        var post = _edited.PostsOf(topics[1].Id)[0];
        foreach (var edit in new Func<WorkspaceEdits, bool, Task<EditOutcome>>[]
        {
            (edits, preview) => edits.RenameAsync(topics[0].Id, "First", preview),
            (edits, preview) => edits.MergeAsync([topics[0].Id, topics[2].Id], preview),
            (edits, preview) => edits.SplitAsync(topics[0].Id, 2, preview),
            (edits, preview) => edits.MoveAsync(post, topics[0].Id, preview),
            (edits, preview) => edits.ApartAsync(post, topics[0].Id, preview),
            (edits, preview) => edits.UndoAsync(2, preview),
        })
        {
            var before = _edited.Visible();
            var told = await _edited.Edit(edits => edit(edits, true));
            _edited.Visible().ShouldBe(before);
            var done = await _edited.Edit(edits => edit(edits, false));
            done.ShouldBeEquivalentTo(told);
        }
    }

    [Fact]
    public async Task TakingAllEditsBackGivesTheRunAsItWas()
    {
        var before = _edited.Visible();
        var topics = _edited.Topics();
        await _edited.Edit(edits => edits.RenameAsync(topics[0].Id, "First"));
        await _edited.Edit(edits => edits.MergeAsync([topics[0].Id, topics[1].Id]));
        await _edited.Edit(edits => edits.SplitAsync(topics[0].Id, 3));
        await _edited.Edit(edits => edits.RenameAsync("s1", "Somebody"));
        _edited.Visible().ShouldNotBe(before);
        foreach (var number in new long?[] { 2, null, 1, null })
        {
            await _edited.Edit(edits => edits.UndoAsync(number));
        }

        _edited.Visible().ShouldBe(before);
        _edited.List().ShouldBeEmpty();
    }

    [Fact]
    public async Task AnEditThatALaterOneChangesAgainIsSaid()
    {
        var (a, b) = (_edited.Topics()[0].Id, _edited.Topics()[1].Id);
        var post = _edited.PostsOf(_edited.Topics()[2].Id)[0];
        await _edited.Edit(edits => edits.MoveAsync(post, a));
        var outcome = await _edited.Edit(edits => edits.MoveAsync(post, b));
        outcome.Troubles.ShouldBe(["Edit 1: Edit 2 changed the same again."]);
        _edited.List().Select(edit => edit.State).ShouldBe([EditState.ChangedAgain, EditState.Holds]);
    }
}
