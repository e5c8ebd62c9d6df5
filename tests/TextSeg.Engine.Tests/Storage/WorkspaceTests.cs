using System.Diagnostics;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Tests.Storage;

public sealed class WorkspaceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheLockEndsWithItsHolderAndTheFileMayStay()
    {
        Workspace.OpenToWrite(_folder.Path).Dispose();
        File.Exists(_folder.File("writer.lock")).ShouldBeTrue();
        Workspace.OpenToWrite(_folder.Path).Dispose();
    }

    [Fact]
    public void AnotherProcessIsKeptOutAsLongAsItLives()
    {
        Workspace.OpenToWrite(_folder.Path).Dispose();
        using var holder = Process.Start(new ProcessStartInfo("flock", ["--no-fork", _folder.File("writer.lock"), "sleep", "60"]))!;
        try
        {
            SpinWait.SpinUntil(() => !Opens(), TimeSpan.FromSeconds(20)).ShouldBeTrue();
        }
        finally
        {
            holder.Kill(entireProcessTree: true);
            holder.WaitForExit();
        }

        // The system lets go of a dead process's files a moment after it has told of its end.
        SpinWait.SpinUntil(Opens, TimeSpan.FromSeconds(20)).ShouldBeTrue();
    }

    [Fact]
    public void AFileInPlaceOfTheFolderIsSaid() =>
        Should.Throw<JobException>(() => Workspace.OpenToWrite(_folder.Write("data", "x"))).Message.ShouldContain("data folder");

    [Fact]
    public void ADamagedDatabaseIsSaid()
    {
        _folder.Write("textseg.db", new string('x', 5000));
        Should.Throw<JobException>(() => Workspace.OpenToWrite(_folder.Path)).Message.ShouldContain("damaged");
    }

    [Fact]
    public void AFullDiskIsSaid()
    {
        using var workspace = Workspace.OpenToWrite(_folder.Path);
        workspace.Connection.Execute("PRAGMA max_page_count = 1");
        var fault = Should.Throw<Exception>(() => workspace.Connection.Execute("CREATE TABLE big AS SELECT zeroblob(10000000)"));
        StorageFault.Translate(fault, _folder.Path)!.Message.ShouldContain("is full: make room");
    }

    private bool Opens()
    {
        try
        {
            Workspace.OpenToWrite(_folder.Path).Dispose();
            return true;
        }
        catch (JobException)
        {
            return false;
        }
    }
}
