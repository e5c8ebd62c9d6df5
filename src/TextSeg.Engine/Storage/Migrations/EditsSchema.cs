using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TextSeg.Engine.Storage.Sqlite;

namespace TextSeg.Engine.Storage.Migrations;

/// <summary>Room for edits by hand, and which of a member's segments is the own one. Written by hand; a test holds it against the model.</summary>
[DbContext(typeof(SqliteWorkspaceContext))]
[Migration("20261122120000_EditsSchema")]
public sealed class EditsSchema : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE TABLE Edits (
                Id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
                MadeAt INTEGER NOT NULL,
                Verb TEXT NOT NULL,
                IsOfSegment INTEGER NOT NULL,
                Name TEXT,
                LevelFromReader INTEGER NOT NULL,
                LastKnown INTEGER NOT NULL,
                PostParts TEXT NOT NULL,
                Summary TEXT NOT NULL);
            CREATE TABLE EditItems (
                EditId INTEGER NOT NULL,
                Part INTEGER NOT NULL,
                ItemId INTEGER NOT NULL,
                PRIMARY KEY (EditId, Part, ItemId)) WITHOUT ROWID;
            CREATE TABLE EditResults (
                RunId INTEGER NOT NULL,
                EditId INTEGER NOT NULL,
                State TEXT NOT NULL,
                Why TEXT,
                ChangedBy INTEGER,
                PRIMARY KEY (RunId, EditId)) WITHOUT ROWID;
            ALTER TABLE Memberships ADD COLUMN IsOwn INTEGER NOT NULL DEFAULT 0;
            UPDATE Memberships SET IsOwn = 1 WHERE SegmentId = (
                SELECT SegmentId FROM Memberships AS Other WHERE Other.RunId = Memberships.RunId AND Other.MemberId = Memberships.MemberId ORDER BY Weight DESC, SegmentId LIMIT 1);
            """);
    }
}
