using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TextSeg.Engine.Storage.PostgreSql;

namespace TextSeg.Engine.Storage.PostgreSqlMigrations;

/// <summary>What each run changed.</summary>
[DbContext(typeof(PostgreSqlWorkspaceContext))]
[Migration("20261122210000_RunComparisons")]
public sealed class RunComparisons : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE TABLE RunComparisons (
                RunId BIGINT NOT NULL PRIMARY KEY,
                BeforeId BIGINT NOT NULL,
                Facts TEXT COLLATE "C" NOT NULL);
            """);
    }
}
