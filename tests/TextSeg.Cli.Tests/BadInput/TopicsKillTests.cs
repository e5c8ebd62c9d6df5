namespace TextSeg.Cli.Tests.BadInput;

/// <summary>kill -9 in the middle of <c>textseg topics</c>, then the same command again.</summary>
public sealed class TopicsKillTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Input => _folder.File("sample.jsonl");

    private string Output => _folder.File("topics.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void KilledInEachStageItGoesOnAfterTheLastFinishedStepAndEndsLikeAnUndisturbedRun()
    {
        BuiltProgram.Run("sample", "--members", "60", "--posts", "900", "--out", Input).ShouldBeGood();
        var undisturbed = _folder.File("undisturbed.jsonl");
        BuiltProgram.Run("topics", Input, "--out", undisturbed).ShouldBeGood().Error.ShouldNotContain("goes on");

        string[] moments = ["read", "clean", "encode", "neighbours", "resolutions", "choice of level", "consensus", "stability", "hierarchy"];
        var reached = moments.Count(KillAt);
        reached.ShouldBeGreaterThanOrEqualTo(3, "some stages were under way when they were killed");

        var last = BuiltProgram.Run("topics", Input, "--out", Output).ShouldBeGood();
        last.Error.ShouldContain("goes on after: posts, vectors");
        File.ReadAllText(Output).ShouldBe(File.ReadAllText(undisturbed));
        Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).ShouldBe(["sample.jsonl", "topics.jsonl", "undisturbed.jsonl"], ignoreOrder: true);
    }

    [Fact]
    public void StepsOfOtherPostsOrSettingsAreNotTakenOver()
    {
        BuiltProgram.Run("sample", "--members", "60", "--posts", "600", "--out", Input).ShouldBeGood();
        var undisturbed = _folder.File("undisturbed.jsonl");
        BuiltProgram.Run("topics", Input, "--out", undisturbed, "--seed", "2").ShouldBeGood();
        KillAt("neighbours").ShouldBeTrue();

        var other = BuiltProgram.Run("topics", Input, "--out", Output, "--seed", "2").ShouldBeGood();

        other.Error.ShouldNotContain("goes on");
        File.ReadAllText(Output).ShouldBe(File.ReadAllText(undisturbed));
    }

    /// <summary>Starts and kills it as soon as it prints a line of that stage; false when it printed none.</summary>
    private bool KillAt(string stage)
    {
        using var program = BuiltProgram.Start("topics", Input, "--out", Output);
        while (program.StandardError.ReadLine() is { } line)
        {
            if (line.StartsWith(stage + " ", StringComparison.Ordinal))
            {
                program.Kill();
                program.WaitForExit();
                return true;
            }
        }

        program.WaitForExit();
        return false;
    }
}
