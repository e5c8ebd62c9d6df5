using TextSeg.Engine.Queries;
using TextSeg.Engine.Reports;
using TextSeg.Engine.Storage;
using TextSeg.Mining.Clustering;

namespace TextSeg.Engine.Tests;

/// <summary>What other clusterers leave in no group must be whole everywhere downstream.</summary>
public sealed class ClustererPipelineTests : IDisposable
{
    private readonly SmallCommunity _community = new();

    public void Dispose() => _community.Dispose();

    [Fact]
    public async Task ARunRemembersWhatGroupedIt()
    {
        GroupBy(ClustererCatalog.KMeans, ClustererCatalog.Ward);
        (_community.Options.Topics.Level, _community.Options.Segments.Count) = (4, 3);

        var (_, run) = await _community.MineAsync([_community.WritePosts(200)]);

        run.Levels[run.ReaderLevel].Topics.ShouldBe(4);
        run.Segments.ShouldBe(3);
        Report().Method.TopicClusterer.ShouldBe("kmeans, k 4");
        Report().Method.SegmentClusterer.ShouldBe("ward, k 3");
    }

    [Fact]
    public async Task PostsAndMembersInNoGroupAreShownAsSuch()
    {
        GroupBy(ClustererCatalog.Dbscan, ClustererCatalog.Dbscan);
        _community.Options.Topics.Clusterer.Radius = 0.15;

        var (_, run) = await _community.MineAsync([_community.WritePosts(300)]);

        run.Shares["none"].ShouldBeInRange(0.01, 0.99);
        using var workspace = _community.OpenToRead();
        workspace.Connection.Query("SELECT COUNT(*) FROM PostTopics WHERE (TopicId IS NULL) <> (State = 'none')", row => row.GetInt32(0)).Single().ShouldBe(0);
        new ReportBuilder(workspace, new FixedClock()).Build("posts").Quality.ShareNone.ShouldBe(run.Shares["none"]);
        new MemberQueries(workspace).Get("1").Posts.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task ARunWithoutAnyGroupIsStillAReport()
    {
        GroupBy(ClustererCatalog.Dbscan, ClustererCatalog.Dbscan);
        (_community.Options.Topics.Clusterer.Radius, _community.Options.Segments.Clusterer.Radius) = (1e-6, 1e-6);

        var (_, run) = await _community.MineAsync([_community.WritePosts(200)]);

        (run.Levels[run.ReaderLevel].Topics, run.Segments, run.Shares["none"]).ShouldBe((0, 0, 1.0));
        run.NoSegments!.ShouldContain("dbscan put no member in a group");
        Report().Quality.MembersInNone.ShouldBe(run.MembersInNone);
        run.MembersInNone.ShouldBeGreaterThan(0);
    }

    private ReportModel Report()
    {
        using var workspace = _community.OpenToRead();
        return new ReportBuilder(workspace, new FixedClock()).Build("posts");
    }

    private void GroupBy(string topics, string segments)
        => (_community.Options.Topics.Clusterer.Name, _community.Options.Segments.Clusterer.Name) = (topics, segments);
}
