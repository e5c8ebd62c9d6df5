using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TextSeg.Engine.Storage.PostgreSql;

namespace TextSeg.Engine.Storage.PostgreSqlMigrations;

/// <summary>Which posts wait for their stages, so that looking for work costs nothing where there is none. Posts of an unfinished mining wait from the beginning of time.</summary>
[DbContext(typeof(PostgreSqlWorkspaceContext))]
[Migration("20261122190000_WaitingPosts")]
public sealed class WaitingPosts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE TABLE Waiting (
                PostId BIGINT NOT NULL PRIMARY KEY,
                Since BIGINT NOT NULL);
            INSERT INTO Waiting (PostId, Since) SELECT Id, 0 FROM Posts WHERE Prose IS NULL OR NeedsVector = 1 OR Language IS NULL;
            """);
    }
}
