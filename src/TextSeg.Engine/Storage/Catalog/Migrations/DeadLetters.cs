using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TextSeg.Engine.Storage.Catalog.Migrations;

/// <summary>A place for messages that failed for good.</summary>
[DbContext(typeof(CatalogContext))]
[Migration("20261122050000_DeadLetters")]
public sealed class DeadLetters : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "DeadLetters",
            table => new
            {
                Id = FirstCatalog.Counted(table), Workspace = table.Column<string>(), Request = table.Column<long>(), Reason = table.Column<string>(),
                Times = table.Column<int>(), FailedAt = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_DeadLetters", row => row.Id));
        migrationBuilder.CreateIndex("IX_DeadLetters_Workspace_Request", "DeadLetters", ["Workspace", "Request"], unique: true);
    }
}
