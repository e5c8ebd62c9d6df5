using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TextSeg.Engine.Storage.Catalog.Migrations;

/// <summary>Servers that the service asks for posts by itself.</summary>
[DbContext(typeof(CatalogContext))]
[Migration("20261122213000_PulledSources")]
public sealed class PulledSources : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "PulledSources",
            table => new
            {
                Id = FirstCatalog.Counted(table), Workspace = table.Column<string>(), Name = table.Column<string>(), Kind = table.Column<string>(), Settings = table.Column<string>(),
                Secret = table.Column<string>(nullable: true), IntervalSeconds = table.Column<int>(), IsPaused = table.Column<bool>(), CreatedAt = table.Column<long>(),
                NextAt = table.Column<long>(), SucceededAt = table.Column<long>(nullable: true), FailedAt = table.Column<long>(nullable: true), Fault = table.Column<string>(nullable: true),
                Failures = table.Column<int>(), HasMore = table.Column<bool>(),
            },
            constraints: table => table.PrimaryKey("PK_PulledSources", row => row.Id));
        migrationBuilder.CreateIndex("IX_PulledSources_Workspace_Name", "PulledSources", ["Workspace", "Name"], unique: true);
    }
}
