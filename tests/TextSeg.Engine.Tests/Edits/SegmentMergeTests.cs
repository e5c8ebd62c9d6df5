using TextSeg.Engine.Edits;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;
using TextSeg.Mining.Topics.Edits;

namespace TextSeg.Engine.Tests.Edits;

public sealed class SegmentMergeTests : IAsyncLifetime
{
    private readonly EditedCommunity _edited = new();

    public async ValueTask InitializeAsync() => await _edited.Community.MineAsync([WritePosts(480)]);

    public ValueTask DisposeAsync()
    {
        _edited.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task MembersOfBothBelongToTheFirstAndTheOtherEnds()
    {
        var segments = Segments();
        segments.Count.ShouldBeGreaterThan(2);
        var (first, second) = (segments[0], segments[1]);
        var outcome = await MergeAsync(first.Id, second.Id);
        (outcome.Members, outcome.Posts).ShouldBe((second.Members, 0));
        outcome.Ended.ShouldBe([second.Id]);
        EditSentences.Changes(outcome).ShouldContain($"moves {second.Members} members");

        var merged = Segments().Single(segment => segment.Id == first.Id);
        Segments().Count.ShouldBe(segments.Count - 1);
        merged.Name.ShouldBe(first.Name);
        merged.Members.ShouldBe(first.Members + second.Members);
        merged.Description.ShouldContain($"{second.Members} members of “{second.Name}”");
        merged.Facts.GetProperty("posts").GetInt32().ShouldBe(first.Facts.GetProperty("posts").GetInt32() + second.Facts.GetProperty("posts").GetInt32());
        Own().CountBy(pair => pair.Segment).ShouldContain(new KeyValuePair<string, int>(first.Id, merged.Members));
        Segments().SelectMany(Neighbors).ShouldNotContain(second.Id);
        Neighbors(merged).ShouldNotContain(first.Id);
        _edited.Read(workspace => CurrentRun.Read(workspace).Facts.Segments).ShouldBe(segments.Count - 1);
    }

    [Fact]
    public async Task APreviewChangesNothingAndUndoBringsBackEveryByte()
    {
        var before = _edited.Visible();
        var ids = Segments().Select(segment => segment.Id).ToArray();
        (await _edited.Edit(edits => edits.MergeAsync([ids[0], ids[1]], preview: true))).Ended.ShouldBe([ids[1]]);
        _edited.Visible().ShouldBe(before);
        await MergeAsync(ids[0], ids[1]);
        _edited.Visible().ShouldNotBe(before);
        var undone = await _edited.Edit(edits => edits.UndoAsync());
        undone.Made.ShouldBe([ids[1]]);
        _edited.Visible().ShouldBe(before);
    }

    [Fact]
    public async Task ALaterRunMergesThemAgain()
    {
        var ids = Segments().Select(segment => segment.Id).ToArray();
        await MergeAsync(ids[0], ids[1]);
        await _edited.Edit(edits => edits.RenameAsync(ids[0], "Both of them"));
        var (before, groups) = (Segments().Count, OwnGroups());
        await _edited.Community.MineAsync([WritePosts(484)]);
        _edited.List().ShouldAllBe(edit => edit.State == EditState.Holds);
        Segments().Count.ShouldBe(before);
        Segments().ShouldContain(segment => segment.Name == "Both of them" && segment.Description.StartsWith("Put together by hand"));
        OwnGroups().ShouldBe(groups);
    }

    [Fact]
    public async Task MergedOnesCanBeMergedAndNamedAgainAndTakenApartFromTheMiddle()
    {
        var segments = Segments();
        await _edited.Edit(edits => edits.RenameAsync(segments[1].Id, "Second"));
        await MergeAsync(segments[0].Id, segments[1].Id);
        _edited.List()[0].State.ShouldBe(EditState.ChangedAgain);
        await MergeAsync(segments[2].Id, segments[0].Id);
        Segments().Single(segment => segment.Id == segments[2].Id).Members.ShouldBe(segments.Take(3).Sum(segment => segment.Members));
        await _edited.Edit(edits => edits.UndoAsync(3));
        await _edited.Edit(edits => edits.UndoAsync(2));
        Segments().Single(segment => segment.Id == segments[1].Id).Name.ShouldBe("Second");
        Segments().Sum(segment => segment.Members).ShouldBe(segments.Sum(segment => segment.Members));
    }

    [Fact]
    public async Task SegmentsThatAreNoMoreAreAConflictThatIsTold()
    {
        var ids = Segments().Select(segment => segment.Id).ToArray();
        await MergeAsync(ids[0], ids[1]);
        await _edited.Community.MineAsync([WritePosts(480, shift: 1)]);
        var edit = _edited.List().ShouldHaveSingleItem();
        edit.State.ShouldBe(EditState.Conflict);
        edit.Why!.ShouldContain("are spread now");
    }

    [Fact]
    public async Task WhatMakesNoSenseIsRefused()
    {
        var (segment, topic) = (Segments()[0].Id, _edited.Topics()[0].Id);
        (await FaultAsync(segment)).ShouldContain("at least two segments");
        (await FaultAsync(segment, segment)).ShouldContain("merged with itself");
        (await FaultAsync(segment, topic)).ShouldContain($"{topic} is no segment");
        (await FaultAsync(segment, "s99")).ShouldContain("s99 is no segment");
    }

    private Task<EditOutcome> MergeAsync(params string[] ids) => _edited.Edit(edits => edits.MergeAsync(ids));

    private async Task<string> FaultAsync(params string[] ids) => (await Should.ThrowAsync<JobException>(() => MergeAsync(ids))).Message;

    private IReadOnlyList<SegmentCard> Segments() => _edited.Read(workspace => new SegmentQueries(workspace).All());

    private static IEnumerable<string> Neighbors(SegmentCard card) => card.Facts.GetProperty("neighbors").EnumerateArray().Select(near => near.GetProperty("id").GetString()!);

    private List<(string Member, string Segment)> Own() => _edited.Read(workspace => workspace.Connection.Query(
        "SELECT ExternalId, SegmentId FROM Memberships JOIN Members ON Members.Id = MemberId WHERE RunId > 0 AND IsOwn = 1 ORDER BY ExternalId", row => (row.GetString(0), row.GetString(1))).ToList());

    private string OwnGroups() => string.Join('\n', Own().GroupBy(pair => pair.Segment, pair => pair.Member).Select(group => string.Join(' ', group)).Order(StringComparer.Ordinal));

    /// <summary>Four groups of members, each with a theme of its own; shifted, every second member has turned to the next theme.</summary>
    private string WritePosts(int posts, int shift = 0)
    {
        string[] themes = ["lamp bulb light switch dark blinks", "shelf screws wood wall bracket drill", "delivery parcel courier late tracking address", "invoice refund payment charged bank receipt"];
        var random = new Random(3);
        var lines = Enumerable.Range(0, posts).Select(i =>
        {
            var member = i % 40;
            var words = themes[((member % 4) + (member % 8 >= 4 ? shift : 0)) % 4].Split(' ');
            return $"p{i},m{member},2023-0{1 + (i % 9)}-11,\"i have a question about the {string.Join(' ', Enumerable.Range(0, 9).Select(_ => words[random.Next(words.Length)]))} number {i % 97}\"";
        });
        return _edited.Community.Folder.Write("posts.csv", "id,author,created_at,body\n" + string.Join('\n', lines) + "\n");
    }
}
