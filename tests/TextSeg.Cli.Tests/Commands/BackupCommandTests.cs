using TextSeg.Cli.Tests.BadInput;

namespace TextSeg.Cli.Tests.Commands;

public sealed class BackupCommandTests : IDisposable
{
    private readonly MineFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AWorkspaceMovesToAServerAndAnswersThereAsBefore()
    {
        var server = PostgreSqlServer.AddressOrSkip();
        _folder.Mine(_folder.Write("posts.csv", [InputRows.Header, .. InputRows.Csv("p", 60)])).ShouldBeGood();
        BuiltProgram.Run("backup", _folder.File("backup"), "--data", _folder.Data).ShouldBeGood().Output.ShouldContain("60 posts written");
        var moved = _folder.File($"moved-{Path.GetRandomFileName()}");
        BuiltProgram.Run("restore", _folder.File("backup"), "--data", moved, "--database", server).ShouldBeGood().Output.ShouldContain("60 posts restored");
        BuiltProgram.Run("segments", "--data", moved, "--database", server, "--json").ShouldBeGood().Output.ShouldBe(_folder.Segments());
        BuiltProgram.Run("migrate", "--data", moved, "--database", server).ShouldBeGood().Output.ShouldContain("is up to date");
    }

    [Fact]
    public void AFolderWithoutABackupIsWrongUse()
    {
        _folder.Write("posts.csv", "x");
        var result = BuiltProgram.Run("restore", _folder.File("backup"), "--data", _folder.File("."));
        result.ExitCode.ShouldBe(2, result.Error);
        result.Error.ShouldContain("no whole backup");
    }

    [Fact]
    public void AnAddressThatIsNoneIsWrongUseAndShowsNoPassword()
    {
        var result = BuiltProgram.Run("segments", "--data", _folder.Data, "--database", "mysql://user:secret-word@host/db");
        result.ExitCode.ShouldBe(2, result.Error);
        result.Error.ShouldContain("postgres://USER:PASSWORD@HOST:PORT/DATABASE");
        result.Error.ShouldNotContain("secret-word");
    }
}
