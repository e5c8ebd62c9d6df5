using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Storage;

namespace TextSeg.Cli.Tests.BadInput;

/// <summary>A data folder that cannot be used: one sentence that says why, and nothing that was there is lost.</summary>
public sealed class DataFolderTests : IDisposable
{
    private readonly MineFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(100)]
    [InlineData(400)]
    [InlineData(700)]
    [InlineData(1_200)]
    public void AFullDiskIsSaidWhereverItFills(int kilobytes)
    {
        var result = PrivateMount.RunOnSmallDisk(_folder.Data, kilobytes, "mine", Input(), "--data", _folder.Data);
        result.ExitCode.ShouldBe(1, result.Error);
        LastLine(result).ShouldContain("is full: make room");
        result.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public void AReadOnlyFolderIsSaidAndCanStillBeLookedInto()
    {
        var input = Input();
        var mined = _folder.Mine(input).ShouldBeGood();
        var refused = PrivateMount.RunWithReadOnly(_folder.Data, "mine", input, "--data", _folder.Data);
        refused.ExitCode.ShouldBe(1, refused.Error);
        LastLine(refused).ShouldContain("cannot be written: name another with --data");
        refused.Error.ShouldNotContain("   at ");
        var shown = PrivateMount.RunWithReadOnly(_folder.Data, "segments", "--data", _folder.Data, "--json").ShouldBeGood();
        shown.Json.GetProperty("topics").GetRawText().ShouldBe(mined.Json.GetProperty("topics").GetRawText());
    }

    [Fact]
    public void AnEmptyReadOnlyFolderIsSaid()
    {
        var result = PrivateMount.RunWithReadOnly(_folder.Data, "mine", Input(), "--data", _folder.Data);
        result.ExitCode.ShouldBe(1, result.Error);
        LastLine(result).ShouldContain("cannot be written: name another with --data");
    }

    [Fact]
    public void TheListOfRejectedRowsGoesToTheDataFolderWhereTheInputCannotBeWritten()
    {
        Directory.CreateDirectory(_folder.File("inputs"));
        var input = _folder.Write("inputs/posts.csv", [InputRows.Header, .. InputRows.Csv("p", 20), "p20,ann"]);
        PrivateMount.RunWithReadOnly(_folder.File("inputs"), "mine", input, "--data", _folder.Data).ShouldBeGood();
        File.ReadAllText(Path.Combine(_folder.Data, "posts.csv.rejected.jsonl")).ShouldContain("\"line\":22");
    }

    [Fact]
    public void AFolderOfANewerVersionIsRefusedWithThatVersion()
    {
        using (var workspace = Workspace.OpenToWrite(_folder.Data))
        using (var tables = workspace.CreateContext())
        {
            tables.Database.ExecuteSqlRaw("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99.0'); UPDATE Settings SET Value = '7.7' WHERE Key = 'version'");
        }

        foreach (var result in new[] { _folder.Mine(Input()), BuiltProgram.Run("segments", "--data", _folder.Data) })
        {
            result.ExitCode.ShouldBe(1, result.Error);
            result.Error.ShouldStartWith("A newer textseg (7.7");
            result.Error.TrimEnd().Split('\n').Length.ShouldBe(1);
        }
    }

    [Fact]
    public void ASecondProcessIsRefusedWhileTheFirstOneWritesAndGoesOnAfterwards()
    {
        var input = Input();
        using (Workspace.OpenToWrite(_folder.Data))
        {
            var refused = _folder.Mine(input);
            refused.ExitCode.ShouldBe(1, refused.Error);
            refused.Error.ShouldStartWith("Another textseg is writing to");
            refused.Error.TrimEnd().Split('\n').Length.ShouldBe(1);
        }

        _folder.Mine(input).ShouldBeGood();
    }

    [Fact]
    public void ADamagedDatabaseIsSaid()
    {
        Directory.CreateDirectory(_folder.Data);
        File.WriteAllText(Path.Combine(_folder.Data, "textseg.db"), new string('x', 5_000));
        var result = _folder.Mine(Input());
        result.ExitCode.ShouldBe(1, result.Error);
        result.Error.ShouldContain("is damaged");
        result.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public void ADatabaseDamagedAfterMiningIsSaidByTheVerbsThatReadIt()
    {
        _folder.Mine(Input()).ShouldBeGood();
        using (var database = new FileStream(Path.Combine(_folder.Data, "textseg.db"), FileMode.Open))
        {
            database.Position = database.Length / 4;
            database.Write([.. Enumerable.Repeat((byte)'x', (int)(database.Length / 2))]);
        }

        var result = BuiltProgram.Run("ask", "What do they write about shelves?", "--data", _folder.Data);
        result.ExitCode.ShouldBe(1, result.Error);
        result.Error.ShouldContain("is damaged");
        result.Error.ShouldNotContain("   at ");
    }

    private static string LastLine(ProgramResult result) => result.Error.TrimEnd().Split('\n')[^1];

    private string Input() => _folder.Write("posts.csv", [InputRows.Header, .. InputRows.Csv("p", 200)]);
}
