using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TextSeg.Engine.Storage.Sqlite;

namespace TextSeg.Engine.Storage.Migrations;

/// <summary>How much came from each source, by hour.</summary>
[DbContext(typeof(SqliteWorkspaceContext))]
[Migration("20261123010000_Arrivals")]
public sealed class Arrivals : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE TABLE Arrivals (
                Source TEXT NOT NULL,
                Hour INTEGER NOT NULL,
                Posts INTEGER NOT NULL,
                Rejected INTEGER NOT NULL,
                PRIMARY KEY (Source, Hour)) WITHOUT ROWID;
            """);
    }
}
