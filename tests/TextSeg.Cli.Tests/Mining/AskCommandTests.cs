namespace TextSeg.Cli.Tests.Mining;

[Collection(MinedSampleGroup.Name)]
public sealed class AskCommandTests(MinedSample sample)
{
    [Fact]
    public void AThemeInPlainWordsFindsItsPostsAndSaysHowManyByHowMany()
    {
        var answer = BuiltProgram.Run("ask", "soil moisture and watering of the raised beds", "--data", sample.Data, "--json").ShouldBeGood().Json;
        answer.GetProperty("posts").GetInt32().ShouldBeGreaterThan(0);
        answer.GetProperty("members").GetInt32().ShouldBeInRange(1, answer.GetProperty("posts").GetInt32());
        var hits = answer.GetProperty("hits").EnumerateArray().ToList();
        hits.Count.ShouldBe(10);
        hits.ShouldAllBe(hit => hit.GetProperty("relevance").GetDouble() >= 0 && hit.GetProperty("relevance").GetDouble() <= 1);
        answer.GetProperty("topics").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void AThemeThatNobodyWritesAboutStandsOutFromNothing() =>
        BuiltProgram.Run("ask", "orbital mechanics of moons around Saturn", "--data", sample.Data, "--json").ShouldBeGood().Json.GetProperty("posts").GetInt32().ShouldBeLessThan(5);

    [Fact]
    public void AFilterHoldsForEveryHit()
    {
        var hits = BuiltProgram.Run("ask", "Die Batterie ist schon wieder leer", "--data", sample.Data, "--filter", "language=de,after=2025-01-01", "--limit", "20", "--json").ShouldBeGood().Json.GetProperty("hits").EnumerateArray().ToList();
        hits.Count.ShouldBeInRange(5, 20);
        hits.ShouldAllBe(hit => hit.GetProperty("language").GetString() == "de" && hit.GetProperty("time").GetDateTimeOffset() >= new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void AWrongFilterIsSaidInASentence()
    {
        var result = BuiltProgram.Run("ask", "battery", "--data", sample.Data, "--filter", "colour=red");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("There is no filter colour");
    }

    [Fact]
    public void WithoutAWorkspaceItSaysWhatToDo()
    {
        var result = BuiltProgram.Run("ask", "battery", "--data", sample.Data + "-none");
        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("textseg mine");
    }

    [Fact]
    public void AnotherEncoderThanTheWorkspacesIsRefused()
    {
        var other = SharedFiles.PathOrSkip("models/all-MiniLM-L6-v2");
        var result = BuiltProgram.Run("ask", "battery", "--data", sample.Data, "--model", other);
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("is another");
    }
}
