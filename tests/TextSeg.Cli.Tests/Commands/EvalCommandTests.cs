namespace TextSeg.Cli.Tests.Commands;

public sealed class EvalCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ClusteringIsMeasuredAgainstLabelsThatTheTopicsNeverSee()
    {
        var input = InventedPosts.Write(_folder, posts: 320);
        var result = BuiltProgram.Run("eval", "clustering", input, "--label", "theme", "--json").ShouldBeGood();
        var figures = result.Json.GetProperty("figures");
        figures.GetProperty("posts").GetInt32().ShouldBe(320);
        figures.GetProperty("trueK").GetInt32().ShouldBe(4);
        figures.GetProperty("nmi").GetDouble().ShouldBeGreaterThan(0.5, "the themes are clear");
        figures.GetProperty("ari").GetDouble().ShouldBeLessThanOrEqualTo(1);
        result.Json.GetProperty("seconds").GetProperty("encode").GetDouble().ShouldBeGreaterThanOrEqualTo(0);
        result.Error.ShouldNotContain("theme", Case.Sensitive, "the label takes no other role");
        BuiltProgram.Run("eval", "clustering", input, "--label", "theme").ShouldBeGood().Output.ShouldContain("NMI");
    }

    [Fact]
    public void StabilityComparesTheTopicsWithThoseOfSamples()
    {
        var input = InventedPosts.Write(_folder, posts: 320);
        var resampling = BuiltProgram.Run("eval", "stability", input, "--samples", "2", "--json").ShouldBeGood().Json.GetProperty("figures").GetProperty("resampling");
        resampling.GetProperty("counts").GetArrayLength().ShouldBe(2);
        resampling.GetProperty("agreement").GetDouble().ShouldBeGreaterThan(0.5, "the themes are clear");
        resampling.GetProperty("shareCore").GetDouble().ShouldBeInRange(0, 1);
    }

    [Fact]
    public void PlacementIsComparedWithARunOverAllPosts()
    {
        var figures = BuiltProgram.Run("eval", "placement", InventedPosts.Write(_folder), "--share", "0.6", "--json").ShouldBeGood().Json.GetProperty("figures");
        figures.GetProperty("later").GetProperty("posts").GetInt32().ShouldBe(80);
        figures.GetProperty("earlier").GetProperty("posts").GetInt32().ShouldBe(120);
        figures.GetProperty("leftOut").GetDouble().ShouldBeInRange(0.5, 1);
        figures.GetProperty("indexRecall").GetDouble().ShouldBe(1);
    }

    [Fact]
    public void RetrievalFindsPostsOfTheSameTheme()
    {
        var input = InventedPosts.Write(_folder, posts: 320);
        var figures = BuiltProgram.Run("eval", "retrieval", input, "--label", "theme", "--questions", "40", "--json").ShouldBeGood().Json.GetProperty("figures");
        figures.GetProperty("questions").GetInt32().ShouldBe(40);
        figures.GetProperty("precisionAt10").GetDouble().ShouldBeGreaterThan(0.8);
        foreach (var figure in new[] { "recall", "precision", "f1", "shareAnswered" })
        {
            figures.GetProperty(figure).GetDouble().ShouldBeInRange(0, 1);
        }
    }

    [Fact]
    public void SpeedGivesARateForEachStage()
    {
        var result = BuiltProgram.Run("eval", "speed", "--posts", "500", "--json").ShouldBeGood().Json;
        result.GetProperty("posts").GetInt32().ShouldBe(500);
        result.GetProperty("encoder").GetProperty("textsPerSecond").GetDouble().ShouldBeGreaterThan(0);
        result.GetProperty("encoder").GetProperty("shareOfRuntime").GetDouble().ShouldBeGreaterThan(0);
        result.GetProperty("peakMemoryMegabytes").GetDouble().ShouldBeGreaterThan(1);
    }

    [Fact]
    public void SpeedOfSeveralSizesGivesEachItsOwnSecondsAndMemory()
    {
        var sizes = BuiltProgram.Run("eval", "speed", "--posts", "500,900", "--json").ShouldBeGood().Json.GetProperty("sizes").EnumerateArray().ToArray();
        sizes.Select(size => size.GetProperty("posts").GetInt32()).ShouldBe([500, 900]);
        foreach (var size in sizes)
        {
            size.GetProperty("seconds").EnumerateObject().Select(stage => stage.Name).ShouldContain("neighbours");
            size.GetProperty("totalSeconds").GetDouble().ShouldBeGreaterThan(0);
            size.GetProperty("peakMemoryMegabytes").GetDouble().ShouldBeGreaterThan(1);
            size.GetProperty("neighborRecall").GetDouble().ShouldBe(1, "every pair is looked at in a small collection");
        }

        BuiltProgram.Run("eval", "speed", "--posts", "500,many").ExitCode.ShouldBe(2);
    }

    [Fact]
    public void MembersAndPlantedSegmentsAreMeasuredOnASample()
    {
        var sample = _folder.File("sample.jsonl");
        BuiltProgram.Run("sample", "--members", "60", "--posts", "1500", "--out", sample).ShouldBeGood();
        var members = BuiltProgram.Run("eval", "members", sample, "--json").ShouldBeGood().Json.GetProperty("figures");
        members.GetProperty("members").GetInt32().ShouldBeInRange(1, 60);
        members.GetProperty("sameSegment").GetDouble().ShouldBeInRange(0, 1);
        members.GetProperty("chance").GetDouble().ShouldBeInRange(0, 1);

        var planted = BuiltProgram.Run("eval", "sample", "--seeds", "2", "--members", "100", "--posts", "800", "--json").ShouldBeGood().Json.GetProperty("samples");
        planted.GetArrayLength().ShouldBe(2);
        planted[0].GetProperty("smallest").GetString().ShouldBe("teachers");
        planted[0].GetProperty("f1").EnumerateObject().ShouldAllBe(segment => segment.Value.GetDouble() >= 0 && segment.Value.GetDouble() <= 1);
    }

    [Fact]
    public void AnUnknownLabelColumnIsWrongUse()
    {
        var result = BuiltProgram.Run("eval", "clustering", InventedPosts.Write(_folder, posts: 20), "--label", "mood");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("no column mood");
    }
}
