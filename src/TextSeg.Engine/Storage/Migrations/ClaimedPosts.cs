using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TextSeg.Engine.Storage.Sqlite;

namespace TextSeg.Engine.Storage.Migrations;

/// <summary>Which waiting posts a worker has claimed, and until when.</summary>
[DbContext(typeof(SqliteWorkspaceContext))]
[Migration("20261122210000_ClaimedPosts")]
public sealed class ClaimedPosts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            ALTER TABLE Waiting ADD COLUMN ClaimedBy TEXT;
            ALTER TABLE Waiting ADD COLUMN ClaimedUntil INTEGER;
            """);
    }
}
