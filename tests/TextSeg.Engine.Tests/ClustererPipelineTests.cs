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
        var (_, run) = await _community.MineAsync([_community.WritePosts(200)], options: Options(ClustererCatalog.KMeans, 4, ClustererCatalog.Ward, 3));

        run.Levels[run.ReaderLevel].Topics.ShouldBe(4);
        run.Segments.ShouldBe(3);
        Report().Method.TopicClusterer.ShouldBe("kmeans, k 4");
        Report().Method.SegmentClusterer.ShouldBe("ward, k 3");
    }

    [Fact]
    public async Task PostsAndMembersInNoGroupAreShownAsSuch()
    {
        var options = Options(ClustererCatalog.Dbscan, null, ClustererCatalog.Dbscan, null);
        options.Topics.Clusterer.Radius = 0.03;

        var (_, run) = await _community.MineAsync([_community.WritePosts(300)], options: options);

        run.Shares["none"].ShouldBeInRange(0.01, 0.99);
        using var workspace = Workspace.OpenToRead(_community.Data);
        workspace.Connection.Query("SELECT COUNT(*) FROM PostTopics WHERE (TopicId IS NULL) <> (State = 'none')", row => row.GetInt32(0)).Single().ShouldBe(0);
        new ReportBuilder(workspace, new FixedClock()).Build("posts").Quality.ShareNone.ShouldBe(run.Shares["none"]);
        new MemberQueries(workspace).Get("1").Posts.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task ARunWithoutAnyGroupIsStillAReport()
    {
        var options = Options(ClustererCatalog.Dbscan, null, ClustererCatalog.Dbscan, null);
        (options.Topics.Clusterer.Radius, options.Segments.Clusterer.Radius) = (1e-6, 1e-6);

        var (_, run) = await _community.MineAsync([_community.WritePosts(200)], options: options);

        (run.Levels[run.ReaderLevel].Topics, run.Segments, run.Shares["none"]).ShouldBe((0, 0, 1.0));
        run.NoSegments!.ShouldContain("dbscan put no member in a group");
        Report().Quality.MembersInNone.ShouldBe(run.MembersInNone);
        run.MembersInNone.ShouldBeGreaterThan(0);
    }

    private ReportModel Report()
    {
        using var workspace = Workspace.OpenToRead(_community.Data);
        return new ReportBuilder(workspace, new FixedClock()).Build("posts");
    }

    private static MiningOptions Options(string topics, int? wantedTopics, string segments, int? wantedSegments) => new()
    {
        Topics = { Clusterer = new ClustererChoice { Name = topics }, Level = wantedTopics },
        Segments = { Clusterer = new ClustererChoice { Name = segments }, Count = wantedSegments },
    };
}
