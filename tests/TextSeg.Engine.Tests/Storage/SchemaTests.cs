using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Storage.Sqlite;

namespace TextSeg.Engine.Tests.Storage;

public sealed class SchemaTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AWorkspaceOfTheFirstVersionIsBroughtUpToDateOnOpening()
    {
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_folder.File("textseg.db")};Pooling=False"))
        using (var context = new SqliteWorkspaceContext(connection))
        {
            connection.Open();
            context.GetService<IMigrator>().Migrate("20261122000000_FirstSchema");
            connection.Execute("INSERT INTO Memberships VALUES (1, 7, 's1', 0.4, 'edge'), (1, 7, 's2', 0.6, 'edge'), (1, 8, 's1', 1, 'core')");
            connection.Execute("INSERT INTO Settings VALUES ('current-run', '1')");
        }

        using (var old = Workspace.OpenToRead(_folder.Path))
        {
            new TextSeg.Engine.Edits.WorkspaceEdits(old, TimeProvider.System).List().ShouldBeEmpty();
        }

        using var workspace = Workspace.OpenToWrite(_folder.Path);
        workspace.Connection.Query("SELECT MemberId, SegmentId FROM Memberships WHERE IsOwn = 1 ORDER BY 1", row => (row.GetInt64(0), row.GetString(1))).ShouldBe([(7, "s2"), (8, "s1")]);
        workspace.Connection.Query("SELECT COUNT(*) FROM Edits", row => row.GetInt64(0)).ShouldBe([0]);
        Settings.Read(workspace.Connection, Settings.CurrentRun).ShouldBe("1");
    }
}
