using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TextSeg.Engine.Storage.Sqlite;

namespace TextSeg.Engine.Storage.Migrations;

/// <summary>What members did elsewhere.</summary>
[DbContext(typeof(SqliteWorkspaceContext))]
[Migration("20261122211500_MemberEvents")]
public sealed class MemberEvents : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE TABLE MemberEvents (
                Id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
                MemberId INTEGER NOT NULL,
                Source TEXT NOT NULL,
                ExternalId TEXT NOT NULL,
                Kind TEXT NOT NULL,
                Time INTEGER NOT NULL,
                Value REAL);
            CREATE UNIQUE INDEX IX_MemberEvents_Source_ExternalId ON MemberEvents (Source, ExternalId);
            CREATE INDEX IX_MemberEvents_MemberId ON MemberEvents (MemberId);
            """);
    }
}
