using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TextSeg.Engine.Storage.PostgreSql;

namespace TextSeg.Engine.Storage.PostgreSqlMigrations;

/// <summary>How much came from each source, by hour.</summary>
[DbContext(typeof(PostgreSqlWorkspaceContext))]
[Migration("20261123010000_Arrivals")]
public sealed class Arrivals : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE TABLE Arrivals (
                Source TEXT COLLATE "C" NOT NULL,
                Hour BIGINT NOT NULL,
                Posts BIGINT NOT NULL,
                Rejected BIGINT NOT NULL,
                PRIMARY KEY (Source, Hour));
            """);
    }
}
