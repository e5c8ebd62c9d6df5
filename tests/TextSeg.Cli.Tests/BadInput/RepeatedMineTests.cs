namespace TextSeg.Cli.Tests.BadInput;

/// <summary>The same export again, and a longer one.</summary>
public sealed class RepeatedMineTests : IDisposable
{
    private readonly MineFolder _folder = new();
    private readonly MineFolder _atOnce = new();

    public void Dispose()
    {
        _folder.Dispose();
        _atOnce.Dispose();
    }

    [Fact]
    public void TheSameFileChangesNothingAndALongerOneTakesOnlyWhatIsNew()
    {
        var rows = InputRows.Csv("p", 200);
        var input = _folder.Write("posts.csv", [InputRows.Header, .. rows[..120]]);
        Counts(input).ShouldBe((120, 0, 0, true));
        var before = _folder.Segments();
        Counts(input).ShouldBe((0, 0, 120, false));
        _folder.Segments().ShouldBe(before);

        _folder.Write("posts.csv", [InputRows.Header, .. rows]);
        Counts(input).ShouldBe((80, 0, 120, true));
        _atOnce.Mine(input).ShouldBeGood();
        _folder.Segments().ShouldBe(_atOnce.Segments(), "in two parts or at once gives the same");
    }

    [Fact]
    public void AnExportUnderAnotherNameIsKnownByTheNameOfItsSource()
    {
        var rows = InputRows.Csv("p", 60);
        Counts(_folder.Write("may.csv", [InputRows.Header, .. rows[..40]]), "--source", "forum").ShouldBe((40, 0, 0, true));
        Counts(_folder.Write("june.csv", [InputRows.Header, .. rows]), "--source", "forum").ShouldBe((20, 0, 40, true));
    }

    private (int Added, int Changed, int Unchanged, bool Mined) Counts(string input, params string[] options)
    {
        var result = _folder.Mine(input, options).ShouldBeGood().Json;
        return (result.GetProperty("added").GetInt32(), result.GetProperty("changed").GetInt32(), result.GetProperty("unchanged").GetInt32(), result.GetProperty("mined").GetBoolean());
    }
}
