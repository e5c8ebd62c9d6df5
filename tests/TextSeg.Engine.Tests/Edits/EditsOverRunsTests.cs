using System.Globalization;
using TextSeg.Engine.Edits;
using TextSeg.Engine.Storage;
using TextSeg.Mining.Topics.Edits;

namespace TextSeg.Engine.Tests.Edits;

public sealed class EditsOverRunsTests(MinedCommunity mined) : IClassFixture<MinedCommunity>, IDisposable
{
    private const int Seed = 5;
    private readonly EditedCommunity _edited = mined.Copy();

    public void Dispose() => _edited.Dispose();

    [Fact]
    public async Task MiningTheSamePostsAgainGivesTheEditedTopicsAgain()
    {
        var topics = _edited.Topics();
        await _edited.Edit(edits => edits.RenameAsync(topics[0].Id, "First"));
        await _edited.Edit(edits => edits.MergeAsync([topics[1].Id, topics[2].Id]));
        await _edited.Edit(edits => edits.SplitAsync(topics[0].Id, 2));
        var before = Placement();
        await _edited.Community.MineAsync([_edited.Community.WritePosts(400)]);
        Placement().ShouldBe(before);
        _edited.List().ShouldAllBe(edit => edit.State == EditState.Holds);
        _edited.ShouldBeConsistent();
    }

    [Fact]
    public async Task AHundredRandomEditsHoldAfterNewPostsOrAreSaidToBeInConflict()
    {
        var made = await MakeRandomEdits(100);
        _edited.ShouldBeConsistent();
        await _edited.Community.MineAsync([_edited.Community.WritePosts(480)]);
        _edited.ShouldBeConsistent();
        var list = _edited.List();
        list.Select(edit => edit.Number).ShouldBe(made.Keys);
        foreach (var edit in list)
        {
            (edit.Why is null).ShouldBe(edit.State == EditState.Holds, $"{edit.Summary}, seed {Seed}");
            if (edit.State == EditState.Holds)
            {
                made[edit.Number]().ShouldBeTrue($"{edit.Number} {edit.Summary}, seed {Seed}");
            }
        }

        list.Count(edit => edit.State == EditState.Holds).ShouldBeGreaterThan(list.Count(edit => edit.State == EditState.Conflict));
    }

    // For each edit made, by number, what must be true while it holds.
    private async Task<SortedDictionary<long, Func<bool>>> MakeRandomEdits(int wanted)
    {
        var random = new Random(Seed);
        var made = new SortedDictionary<long, Func<bool>>();
        while (made.Count < wanted)
        {
            var topics = _edited.Topics();
            var (a, b) = (topics[random.Next(topics.Count)].Id, topics[random.Next(topics.Count)].Id);
            var (postsOfA, postsOfB) = (_edited.PostsOf(a), _edited.PostsOf(b));
            var (post, other) = (postsOfA[random.Next(postsOfA.Count)], postsOfB[random.Next(postsOfB.Count)]);
            var name = string.Create(CultureInfo.InvariantCulture, $"Name {made.Count}");
            (Func<WorkspaceEdits, Task<EditOutcome>> Edit, Func<bool> Holds) draw = random.Next(topics.Count > 6 ? 7 : 5) switch
            {
                0 => (edits => edits.RenameAsync(a, name), () => _edited.Topics().Any(topic => topic.Name == name)),
                1 => (edits => edits.SplitAsync(a), () => _edited.Topics().Count > 1),
                2 => (edits => edits.MoveAsync(post, b), () => _edited.TopicOf(post) == Majority(postsOfB)),
                3 => (edits => edits.ApartAsync(post, other), () => _edited.TopicOf(post) != _edited.TopicOf(other)),
                4 => (edits => edits.TogetherAsync(post, other), () => _edited.TopicOf(post) == _edited.TopicOf(other)),
                _ => (edits => edits.MergeAsync([a, b]), () => Majority(postsOfA) == Majority(postsOfB)),
            };
            try
            {
                made.Add((await _edited.Edit(draw.Edit)).Number, draw.Holds);
            }
            catch (JobException refused) when (refused.IsWrongUse)
            {
            }
        }

        return made;
    }

    private string? Majority(IReadOnlyList<string> posts)
    {
        var topics = posts.CountBy(post => _edited.TopicOf(post) ?? "").MaxBy(pair => pair.Value);
        return 2 * topics.Value > posts.Count ? topics.Key : null;
    }

    private string Placement() => _edited.Read(workspace => string.Join('\n', workspace.Connection.Query(
        "SELECT PostId, TopicId, LeafId, State FROM PostTopics WHERE RunId > 0 ORDER BY PostId", row => $"{row.GetInt64(0)} {row.Text(1)} {row.Text(2)} {row.Text(3)}")
        .Concat(workspace.Connection.Query("SELECT Id, ParentId, Name, Posts, Members, Facts FROM Topics WHERE RunId > 0 ORDER BY Id", row => $"{row.GetString(0)} {row.Text(1)} {row.GetString(2)} {row.GetInt32(3)} {row.GetInt32(4)} {row.GetString(5)}"))));
}
