namespace TextSeg.Cli.Tests.BadInput;

/// <summary>One input alone that cannot be mined: the exit code and the one sentence.</summary>
public sealed class UnreadableInputTests : IDisposable
{
    private readonly MineFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AMissingFileIsNamed() => Refused("missing.csv", exitCode: 1, "There is no file or folder");

    [Fact]
    public void AFolderWithoutFilesIsSaidWithTheFormatsKnown()
    {
        Directory.CreateDirectory(_folder.File("nothing"));
        Refused("nothing", exitCode: 1, "holds no file to read");
    }

    [Fact]
    public void AnEmptyFileIsSaidToBeEmpty()
    {
        _folder.Write("empty.csv");
        Refused("empty.csv", exitCode: 1, "is empty");
    }

    [Fact]
    public void AHeaderAloneIsSaid()
    {
        _folder.Write("header.csv", InputRows.Header);
        Refused("header.csv", exitCode: 1, "column names and no records");
    }

    [Fact]
    public void NoTextColumnIsAnsweredWithTheOptionToUse()
    {
        _folder.Write("numbers.csv", "id,amount", "1,20", "2,30");
        Refused("numbers.csv", exitCode: 2, "--columns text=NAME");
    }

    [Fact]
    public void TwoColumnsThatCouldBeTheTextAreAskedAbout()
    {
        _folder.Write(
            "two.csv", "p,q", "the blue shelf is too small,we want a bigger garden table", "my old lamp makes a noise,the door does not close well",
            "nobody answers the phone there,a chair came without its legs");
        Refused("two.csv", exitCode: 2, "two columns that look like the text");
        _folder.Mine(_folder.File("two.csv"), "--columns", "text=p").ShouldBeGood().Json.GetProperty("added").GetInt32().ShouldBe(3);
    }

    [Fact]
    public void TextsOfLinksAloneHaveNoWords()
    {
        _folder.Write("links.csv", InputRows.Header, "1,ann,https://example.org/c", "2,ben,https://example.org/a", "3,ann,https://example.org/b");
        Refused("links.csv", exitCode: 1, "no post with words", "--columns", "text=body");
    }

    [Fact]
    public void SeveralInputsOfNoUseAreEachSaid()
    {
        Directory.CreateDirectory(_folder.File("several"));
        _folder.Write("several/empty.csv");
        _folder.Write("several/numbers.csv", "id,amount", "1,20", "2,30");
        var result = _folder.Mine(_folder.File("several"));
        result.ExitCode.ShouldBe(1, result.Error);
        result.Error.TrimEnd().Split('\n').Length.ShouldBe(2, result.Error);
    }

    private void Refused(string name, int exitCode, string said, params string[] options)
    {
        var result = _folder.Mine(_folder.File(name), options);
        result.ExitCode.ShouldBe(exitCode, result.Error);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldContain(said);
        result.Error.ShouldNotContain("   at ");
        result.Error.Split('\n').Count(line => line.Contains(said)).ShouldBe(1);
    }
}
