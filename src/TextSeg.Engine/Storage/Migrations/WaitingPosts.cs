using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TextSeg.Engine.Storage.Sqlite;

namespace TextSeg.Engine.Storage.Migrations;

/// <summary>Which posts wait for their stages, so that looking for work costs nothing where there is none. Posts of an unfinished mining wait from the beginning of time.</summary>
[DbContext(typeof(SqliteWorkspaceContext))]
[Migration("20261122160000_WaitingPosts")]
public sealed class WaitingPosts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE TABLE Waiting (
                PostId INTEGER NOT NULL,
                Since INTEGER NOT NULL,
                PRIMARY KEY (PostId)) WITHOUT ROWID;
            INSERT INTO Waiting (PostId, Since) SELECT Id, 0 FROM Posts WHERE Prose IS NULL OR NeedsVector = 1 OR Language IS NULL;
            """);
    }
}
