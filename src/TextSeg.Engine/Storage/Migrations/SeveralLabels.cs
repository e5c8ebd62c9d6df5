using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TextSeg.Engine.Storage.Sqlite;

namespace TextSeg.Engine.Storage.Migrations;

/// <summary>Several labels of one kind for a post, such as emotions.</summary>
[DbContext(typeof(SqliteWorkspaceContext))]
[Migration("20261122140000_SeveralLabels")]
public sealed class SeveralLabels : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            ALTER TABLE Annotations RENAME TO OneLabel;
            CREATE TABLE Annotations (
                PostId INTEGER NOT NULL,
                Kind TEXT NOT NULL,
                Label TEXT NOT NULL,
                Confidence REAL NOT NULL,
                Model TEXT NOT NULL,
                PRIMARY KEY (PostId, Kind, Label)) WITHOUT ROWID;
            INSERT INTO Annotations SELECT PostId, Kind, Label, Confidence, Model FROM OneLabel;
            DROP TABLE OneLabel;
            """);
    }
}
