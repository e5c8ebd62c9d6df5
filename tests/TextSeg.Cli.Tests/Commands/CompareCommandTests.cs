namespace TextSeg.Cli.Tests.Commands;

public sealed class CompareCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AllClusterersStandSideBySideWithARecommendation()
    {
        var input = InventedPosts.Write(_folder, posts: 240);

        var result = BuiltProgram.Run("compare", input, "--label", "theme", "--json").ShouldBeGood().Json;

        result.GetProperty("trueK").GetInt32().ShouldBe(4);
        var clusterers = result.GetProperty("clusterers").EnumerateArray().ToArray();
        clusterers.Select(one => one.GetProperty("name").GetString()).ShouldBe(["graph", "hdbscan", "kmeans", "dbscan", "average", "ward"]);
        clusterers.ShouldAllBe(one => one.GetProperty("agreement").GetProperty("accuracy").GetDouble() > 0);
        result.GetProperty("advice").GetProperty("reason").GetString()!.ShouldContain(result.GetProperty("advice").GetProperty("name").GetString()!);
        Directory.GetFiles(_folder.Path).Length.ShouldBe(1, "nothing is written");
    }

    [Fact]
    public void TheTableAndTheGivenNumberAreShown()
    {
        var table = BuiltProgram.Run("compare", InventedPosts.Write(_folder, posts: 120), "--k", "3").ShouldBeGood().Output;

        table.ShouldContain("hdbscan");
        table.ShouldContain("Recommended: ");
        table.ShouldNotContain("NMI");
    }
}
