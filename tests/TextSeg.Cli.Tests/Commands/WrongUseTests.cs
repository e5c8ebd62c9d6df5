namespace TextSeg.Cli.Tests.Commands;

/// <summary>What the program answers when it is used wrongly, or cannot do its job.</summary>
public sealed class WrongUseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--columns", "text=story", "no column story")]
    [InlineData("--columns", "colour=body", "names no column")]
    [InlineData("--level", "some", "--level some")]
    [InlineData("--level", "0", "--level 0")]
    [InlineData("--clusterer", "magic", "choose one of graph")]
    [InlineData("--k", "0", "--k 0")]
    [InlineData("--eps", "0.2", "dbscan, not of graph")]
    [InlineData("--model", "no-such-model", "no-such-model")]
    [InlineData("--threads", "-1", "0 to 256")]
    [InlineData("--seed", "blue", "blue")]
    [InlineData("--kind", "letter", "letter")]
    public void AWrongOptionIsSaidInOneSentenceAndEndsWithTwo(string option, string value, string said)
    {
        var output = _folder.File("topics.jsonl");
        var result = BuiltProgram.Run("topics", InventedPosts.Write(_folder, posts: 20), "--out", output, option, value);
        result.ExitCode.ShouldBe(2, result.Error);
        result.Error.ShouldContain(said);
        result.Error.ShouldNotContain("   at TextSeg");
        result.Output.ShouldBeEmpty();
        Directory.GetFiles(_folder.Path).Length.ShouldBe(1, "only the input is there: no output and no part of one");
    }

    [Fact]
    public void AVerbWithoutItsOutputFileShowsWhereHelpIs()
    {
        var result = BuiltProgram.Run("topics", InventedPosts.Write(_folder, posts: 20));
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("--out");
        result.Error.ShouldContain("textseg topics --help");
    }

    [Fact]
    public void AnUnknownVerbEndsWithTwo() => BuiltProgram.Run("divine").ExitCode.ShouldBe(2);

    [Theory]
    [InlineData("encode", "vectors.txt")]
    [InlineData("topics", "no-such-folder/topics.jsonl")]
    public void AnOutputThatCannotBeIsSaidBeforeAnyWork(string verb, string name)
    {
        var result = BuiltProgram.Run(verb, InventedPosts.Write(_folder, posts: 20), "--out", _folder.File(name));
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain(name);
        result.Error.ShouldNotContain("read 20");
    }

    [Fact]
    public void AMissingFileIsNamedAndLeavesNothing()
    {
        var missing = _folder.File("missing.csv");
        var result = BuiltProgram.Run("topics", missing, "--out", _folder.File("topics.jsonl"));
        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain(missing);
        Directory.GetFiles(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public void PostsWithoutAnyWordAreNoTopics()
    {
        var input = _folder.Write("posts.csv", "id,text\n1,https://example.org/a\n2,https://example.org/b\n");
        var result = BuiltProgram.Run("topics", input, "--out", _folder.File("topics.jsonl"), "--columns", "text=text");
        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("has words");
    }

    [Fact]
    public void EveryVerbExplainsItself()
    {
        foreach (var verb in new[] { "topics", "encode", "annotate", "sample", "models" })
        {
            var help = BuiltProgram.Run(verb, "--help").ShouldBeGood();
            help.Output.ShouldContain("--json");
        }
    }
}
