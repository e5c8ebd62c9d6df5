using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TextSeg.Engine.Storage.Sqlite;

namespace TextSeg.Engine.Storage.Migrations;

/// <summary>By what rule members are placed in segments, whose place is to be looked at again, and which posts answer a post.</summary>
[DbContext(typeof(SqliteWorkspaceContext))]
[Migration("20261122223000_PlacedMembers")]
public sealed class PlacedMembers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE TABLE SegmentModels (
                RunId INTEGER NOT NULL PRIMARY KEY,
                Model TEXT NOT NULL);
            CREATE TABLE WaitingMembers (
                MemberId INTEGER NOT NULL,
                ClaimedBy TEXT,
                ClaimedUntil INTEGER,
                PRIMARY KEY (MemberId)) WITHOUT ROWID;
            CREATE INDEX IX_Posts_ReplyToPostId ON Posts (ReplyToPostId);
            """);
    }
}
