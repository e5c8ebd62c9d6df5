using TextSeg.Engine.Disclosure;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Segments.Placement;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Tests.Segments;

public sealed class MemberPlacementTests : IDisposable
{
    private const int MembersOfATheme = 8;
    private static readonly string[] Themes = ["lamp bulb light switch dark blinks", "shelf screws wood wall bracket drill", "parcel courier late tracking address delivery"];
    private readonly SmallCommunity _community = new();

    public void Dispose() => _community.Dispose();

    [Fact]
    public async Task ANewMemberIsPlacedWithThoseWhoWriteAboutTheSame()
    {
        await _community.MineAsync([Posts()]);
        await _community.AddAsync([New("newcomer", Themes[1], 6)]);

        var (segment, state) = PlaceOf("newcomer");
        segment.ShouldBe(PlaceOf("t1m0").Segment);
        state.ShouldBe("placed");
        SizesAreInLine();
        Count("WaitingMembers").ShouldBe(0);
        Count("Profiles JOIN Members ON Members.Id = MemberId WHERE RunId > 0 AND ExternalId = 'newcomer' AND Posts = 6").ShouldBe(1);
    }

    [Fact]
    public async Task AMemberWhoTurnsToAnotherThemeMovesAndTheNextRunSettlesIt()
    {
        await _community.MineAsync([Posts()]);
        var before = PlaceOf("t0m0").Segment;
        await _community.AddAsync([New("t0m0", Themes[2], 60)]);

        PlaceOf("t0m0").ShouldBe((PlaceOf("t2m0").Segment, "placed"));
        PlaceOf("t0m1").Segment.ShouldBe(before, "who wrote nothing new stays");
        SizesAreInLine();
        await _community.MineAsync([]);
        PlaceOf("t0m0").State.ShouldNotBe("placed");
    }

    [Fact]
    public async Task ARunsOwnMembersAreWhereItPutThemByTheRuleThatIsKept()
    {
        await _community.MineAsync([Posts()]);
        using var workspace = _community.OpenToWrite();
        var stage = new MemberPlacementStage(new FixedClock());
        new WaitingMembers(workspace).Add(workspace.Connection.Query("SELECT Id FROM Members", row => row.GetInt64(0)).ToList());
        var claim = stage.Claim(workspace, _community.Tools(new WordHashEncoder()), "test", 1_000)!;
        MemberPlacementStage.Finish(workspace, await MemberPlacementStage.WorkAsync(workspace, claim, CancellationToken.None)).ShouldBe(Themes.Length * MembersOfATheme);
        workspace.Connection.Query("SELECT COUNT(*) FROM Memberships WHERE RunId > 0 AND State = 'placed'", row => row.GetInt64(0)).Single().ShouldBe(0);
    }

    [Fact]
    public async Task ASegmentOfTooFewStaysHiddenThoughMembersArePlacedInIt()
    {
        await _community.MineAsync([Posts()]);
        using (var workspace = _community.OpenToRead())
        {
            new DisclosedSegments(workspace, MembersOfATheme + 1).All().ShouldBeEmpty();
        }

        await _community.AddAsync([_community.Folder.Write("new.csv", "id,author,body\n" + string.Concat(Enumerable.Range(0, 3).Select(member => Rows($"new{member}", Themes[0], 6))))]);
        using var view = _community.OpenToRead();
        new SegmentQueries(view).All().Max(segment => segment.Members).ShouldBeGreaterThan(MembersOfATheme);
        new DisclosedSegments(view, MembersOfATheme + 1).All().ShouldBeEmpty("the card tells of those alone whom the run found");
    }

    [Fact]
    public async Task WherePostsChangeWhileAMemberIsPlacedThePlaceIsLookedForOnceMore()
    {
        await _community.MineAsync([Posts()]);
        using var workspace = _community.OpenToWrite();
        var members = workspace.Connection.Query("SELECT Id FROM Members WHERE ExternalId IN ('t0m0', 't0m1')", row => row.GetInt64(0)).ToList();
        var (stage, waiting) = (new MemberPlacementStage(new FixedClock()), new WaitingMembers(workspace));
        waiting.Add(members);
        var placed = await MemberPlacementStage.WorkAsync(workspace, stage.Claim(workspace, _community.Tools(new WordHashEncoder()), "test", 10)!, CancellationToken.None);
        waiting.Add([members[0]]);

        MemberPlacementStage.Finish(workspace, placed).ShouldBe(1);
        waiting.Claims.AnyFree(new FixedClock().GetUtcNow()).ShouldBeTrue();
    }

    private string Posts() => _community.Folder.Write("posts.csv", "id,author,body\n" + string.Concat(
        Themes.SelectMany((theme, number) => Enumerable.Range(0, MembersOfATheme).Select(member => Rows($"t{number}m{member}", theme, 8)))));

    private string New(string member, string theme, int posts) => _community.Folder.Write("posts.csv", "id,author,body\n" + Rows(member, theme, posts, "n"));

    private static string Rows(string member, string theme, int posts, string mark = "p") => string.Concat(Enumerable.Range(0, posts).Select(post =>
        $"{mark}-{member}-{post},{member},i have a question about the {string.Join(' ', theme.Split(' ').OrderBy(word => word[0] * (post + 3) % 7))} number {member} {post}\n"));

    private (string? Segment, string? State) PlaceOf(string member)
    {
        using var workspace = _community.OpenToRead();
        return workspace.Connection.Query(
            "SELECT SegmentId, State FROM Memberships JOIN Members ON Members.Id = MemberId WHERE RunId > 0 AND IsOwn = 1 AND ExternalId = $1",
            row => (row.GetString(0), row.GetString(1)), member).Single();
    }

    private void SizesAreInLine()
    {
        using var workspace = _community.OpenToRead();
        workspace.Connection.Query(
            "SELECT Members, (SELECT COUNT(*) FROM Memberships WHERE Memberships.RunId = Segments.RunId AND SegmentId = Id AND IsOwn = 1) FROM Segments",
            row => (Told: row.GetInt64(0), InTable: row.GetInt64(1))).ShouldAllBe(segment => segment.Told == segment.InTable);
    }

    private long Count(string of)
    {
        using var workspace = _community.OpenToRead();
        return workspace.Connection.Query($"SELECT COUNT(*) FROM {of}", row => row.GetInt64(0)).Single();
    }
}
