namespace TextSeg.Cli.Tests.Commands;

/// <summary>The short forms of the trials of search and push.</summary>
public sealed class EvalServiceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void PostsArePushedWhileSearchesGoOnAndNoneOfEitherFails()
    {
        var figures = BuiltProgram.Run("eval", "push", "--posts", "1000", "--mined", "500", "--pause", "20", "--until-read", "--json").ShouldBeGood().Json;
        figures.GetProperty("stored").GetInt64().ShouldBe(1_000);
        figures.GetProperty("searches").GetInt32().ShouldBeGreaterThan(0);
        figures.GetProperty("failed").GetInt32().ShouldBe(0);
        figures.GetProperty("readSeconds").GetDouble().ShouldBeGreaterThan(0);
        figures.GetProperty("peakMegabytes").GetDouble().ShouldBeInRange(50, 1_536);
    }

    [Fact]
    public void PostsThatStreamInOverHttpAllGetTheirResults()
    {
        BuiltProgram.Run("sample", "--members", "80", "--posts", "900", "--out", _folder.File("posts.jsonl")).ShouldBeGood();
        var figures = BuiltProgram.Run("eval", "stream", _folder.File("posts.jsonl"), "--mined", "600", "--rate", "100", "--service", "--json").ShouldBeGood().Json.GetProperty("figures");
        (figures.GetProperty("streamed").GetInt32(), figures.GetProperty("whole").GetInt32()).ShouldBe((300, 300));
        figures.GetProperty("longest").GetDouble().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void SearchesOfEveryKindAnswerAsWithNothingKeptInMemory()
    {
        BuiltProgram.Run("sample", "--members", "100", "--posts", "1500", "--out", _folder.File("posts.jsonl")).ShouldBeGood();
        BuiltProgram.Run("mine", _folder.File("posts.jsonl"), "--data", _folder.File("data")).ShouldBeGood();
        var figures = BuiltProgram.Run("eval", "search", "--data", _folder.File("data"), "--each", "4", "--compare", "4", "--json").ShouldBeGood().Json.GetProperty("figures");
        figures.GetProperty("kinds").GetArrayLength().ShouldBe(11);
        figures.GetProperty("compared").GetInt32().ShouldBeGreaterThan(20);
        figures.GetProperty("same").GetInt32().ShouldBe(figures.GetProperty("compared").GetInt32());
    }
}
