namespace TextSeg.Cli.Tests.Commands;

public sealed class StatusCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AServiceThatIsDownIsToldFromItsFolder()
    {
        BuiltProgram.Run("keys", "add", "crawler", "--data", _folder.Path).ShouldBeGood();
        var text = BuiltProgram.Run("status", "--data", _folder.Path);
        (text.ExitCode, text.Error).ShouldBe((1, ""));
        text.Output.ShouldContain("DOWN");
        text.Output.ShouldContain("No process of the service is at work.");
        var told = BuiltProgram.Run("status", "--data", _folder.Path, "--json").Json;
        told.GetProperty("isUp").GetBoolean().ShouldBeFalse();
        told.GetProperty("reasons").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void WhereNoServiceWorkedOrAnswersOneSentenceSaysWhatToDo()
    {
        var nothing = BuiltProgram.Run("status", "--data", Path.Combine(_folder.Path, "none"));
        (nothing.ExitCode, nothing.Output).ShouldBe((2, ""));
        nothing.Error.ShouldContain("textseg serve");
        var silent = BuiltProgram.Run("status", "--url", "http://127.0.0.1:9");
        silent.ExitCode.ShouldBe(1);
        silent.Error.ShouldContain("No service of this kind answers");
        BuiltProgram.Run("status", "--url", "here").ExitCode.ShouldBe(2);
    }
}
