using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TextSeg.Engine.Storage.Catalog.Migrations;

/// <summary>Consents, and receipts of erasures.</summary>
[DbContext(typeof(CatalogContext))]
[Migration("20261122190000_MemberRights")]
public sealed class MemberRights : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Consents",
            table => new
            {
                Id = FirstCatalog.Counted(table), Workspace = table.Column<string>(), Source = table.Column<string>(), Member = table.Column<string>(), Purpose = table.Column<string>(),
                IsGiven = table.Column<bool>(), Text = table.Column<string>(), Version = table.Column<string>(), At = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_Consents", row => row.Id));
        migrationBuilder.CreateIndex("IX_Consents_Workspace_Source_Member", "Consents", ["Workspace", "Source", "Member"]);
        migrationBuilder.CreateTable(
            "Erasures",
            table => new
            {
                Id = FirstCatalog.Counted(table), Workspace = table.Column<string>(), MemberHash = table.Column<string>(), Salt = table.Column<string>(), RequestedAt = table.Column<long>(),
                FinishedAt = table.Column<long>(nullable: true), Counts = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_Erasures", row => row.Id));
        migrationBuilder.CreateIndex("IX_Erasures_Workspace_MemberHash", "Erasures", ["Workspace", "MemberHash"]);
    }
}
