using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TextSeg.Engine.Storage.Catalog.Migrations;

/// <summary>Addresses for messages of forums and help desks, which messages came, and what was deleted there.</summary>
[DbContext(typeof(CatalogContext))]
[Migration("20261122211000_Receivers")]
public sealed class Receivers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Receivers",
            table => new
            {
                Id = FirstCatalog.Counted(table), Workspace = table.Column<string>(), Source = table.Column<string>(), Kind = table.Column<string>(), Token = table.Column<string>(),
                Secret = table.Column<string>(), CreatedAt = table.Column<long>(), LastAt = table.Column<long>(nullable: true), Taken = table.Column<long>(), Refused = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_Receivers", row => row.Id));
        migrationBuilder.CreateIndex("IX_Receivers_Token", "Receivers", "Token", unique: true);
        migrationBuilder.CreateTable(
            "ReceivedMessages",
            table => new { ReceiverId = table.Column<long>(), Hash = table.Column<string>(), At = table.Column<long>() },
            constraints: table => table.PrimaryKey("PK_ReceivedMessages", row => new { row.ReceiverId, row.Hash }));
        migrationBuilder.CreateIndex("IX_ReceivedMessages_At", "ReceivedMessages", "At");
        migrationBuilder.CreateTable(
            "Removals",
            table => new
            {
                Id = FirstCatalog.Counted(table), Workspace = table.Column<string>(), Source = table.Column<string>(), ItemId = table.Column<string>(), IsThread = table.Column<bool>(),
                RequestedAt = table.Column<long>(), DoneAt = table.Column<long>(nullable: true), Posts = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_Removals", row => row.Id));
        migrationBuilder.CreateIndex("IX_Removals_Workspace_Source_ItemId", "Removals", ["Workspace", "Source", "ItemId"]);
    }
}
