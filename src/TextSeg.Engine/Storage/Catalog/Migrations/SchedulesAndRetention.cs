using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TextSeg.Engine.Storage.Catalog.Migrations;

/// <summary>When runs are asked for by themselves, how long posts are kept, and receipts of what was taken out.</summary>
[DbContext(typeof(CatalogContext))]
[Migration("20261123010000_SchedulesAndRetention")]
public sealed class SchedulesAndRetention : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Schedules",
            table => new
            {
                Workspace = table.Column<string>(), Posts = table.Column<int>(nullable: true), Every = table.Column<int>(nullable: true), Unit = table.Column<string>(nullable: true),
                StartAt = table.Column<long>(), NextAt = table.Column<long>(nullable: true), FiredAt = table.Column<long>(nullable: true), LastPost = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_Schedules", row => row.Workspace));
        migrationBuilder.CreateTable(
            "RetentionRules",
            table => new
            {
                Workspace = table.Column<string>(), Source = table.Column<string>(), Days = table.Column<int>(), SetAt = table.Column<long>(), DoneAt = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_RetentionRules", row => new { row.Workspace, row.Source }));
        migrationBuilder.CreateTable(
            "RetentionReceipts",
            table => new
            {
                Id = FirstCatalog.Counted(table), Workspace = table.Column<string>(), Source = table.Column<string>(), Before = table.Column<long>(), StartedAt = table.Column<long>(),
                FinishedAt = table.Column<long>(nullable: true), Counts = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_RetentionReceipts", row => row.Id));
        migrationBuilder.CreateIndex("IX_RetentionReceipts_Workspace_Id", "RetentionReceipts", ["Workspace", "Id"]);
    }
}
