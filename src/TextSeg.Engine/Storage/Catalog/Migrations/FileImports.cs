using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TextSeg.Engine.Storage.Catalog.Migrations;

/// <summary>Files that were uploaded to be read.</summary>
[DbContext(typeof(CatalogContext))]
[Migration("20261122210000_FileImports")]
public sealed class FileImports : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Imports",
            table => new
            {
                Id = FirstCatalog.Counted(table), Workspace = table.Column<string>(), Source = table.Column<string>(), FileName = table.Column<string>(nullable: true),
                StoredFile = table.Column<string>(), Machine = table.Column<string>(), Hash = table.Column<string>(), Bytes = table.Column<long>(), Columns = table.Column<string>(),
                Kind = table.Column<string>(nullable: true), State = table.Column<string>(), CreatedAt = table.Column<long>(), StartedAt = table.Column<long>(nullable: true),
                FinishedAt = table.Column<long>(nullable: true), Counts = table.Column<string>(), Understood = table.Column<string>(nullable: true),
                Failure = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_Imports", row => row.Id));
        migrationBuilder.CreateIndex("IX_Imports_Workspace_Id", "Imports", ["Workspace", "Id"]);
    }
}
