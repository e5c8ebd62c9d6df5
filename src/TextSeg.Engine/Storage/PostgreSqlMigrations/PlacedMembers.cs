using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TextSeg.Engine.Storage.PostgreSql;

namespace TextSeg.Engine.Storage.PostgreSqlMigrations;

/// <summary>By what rule members are placed in segments, whose place is to be looked at again, and which posts answer a post.</summary>
[DbContext(typeof(PostgreSqlWorkspaceContext))]
[Migration("20261122223000_PlacedMembers")]
public sealed class PlacedMembers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE TABLE SegmentModels (
                RunId BIGINT NOT NULL PRIMARY KEY,
                Model TEXT COLLATE "C" NOT NULL);
            CREATE TABLE WaitingMembers (
                MemberId BIGINT NOT NULL PRIMARY KEY,
                ClaimedBy TEXT COLLATE "C",
                ClaimedUntil BIGINT);
            CREATE INDEX IX_Posts_ReplyToPostId ON Posts (ReplyToPostId);
            """);
    }
}
