using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TextSeg.Engine.Storage.Sqlite;

namespace TextSeg.Engine.Storage.Migrations;

/// <summary>What each run changed.</summary>
[DbContext(typeof(SqliteWorkspaceContext))]
[Migration("20261122210000_RunComparisons")]
public sealed class RunComparisons : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE TABLE RunComparisons (
                RunId INTEGER NOT NULL,
                BeforeId INTEGER NOT NULL,
                Facts TEXT NOT NULL,
                PRIMARY KEY (RunId)) WITHOUT ROWID;
            """);
    }
}
