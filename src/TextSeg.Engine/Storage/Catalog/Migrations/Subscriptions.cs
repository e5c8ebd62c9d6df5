using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TextSeg.Engine.Storage.Catalog.Migrations;

/// <summary>Who is told of what happens, and what was sent.</summary>
[DbContext(typeof(CatalogContext))]
[Migration("20261122212000_Subscriptions")]
public sealed class Subscriptions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Subscriptions",
            table => new
            {
                Id = FirstCatalog.Counted(table), Workspace = table.Column<string>(), Address = table.Column<string>(), Events = table.Column<string>(), Secret = table.Column<string>(),
                CreatedAt = table.Column<long>(), Disabled = table.Column<string>(nullable: true), DisabledAt = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_Subscriptions", row => row.Id));
        migrationBuilder.CreateIndex("IX_Subscriptions_Workspace", "Subscriptions", "Workspace");
        migrationBuilder.CreateTable(
            "Deliveries",
            table => new
            {
                Id = FirstCatalog.Counted(table), SubscriptionId = table.Column<long>(), Event = table.Column<string>(), Key = table.Column<string>(), Body = table.Column<string>(),
                State = table.Column<string>(), CreatedAt = table.Column<long>(), NextAt = table.Column<long>(), Attempts = table.Column<int>(), Status = table.Column<int>(nullable: true),
                Fault = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_Deliveries", row => row.Id));
        migrationBuilder.CreateIndex("IX_Deliveries_SubscriptionId_Key", "Deliveries", ["SubscriptionId", "Key"], unique: true);
        migrationBuilder.CreateIndex("IX_Deliveries_State_NextAt", "Deliveries", ["State", "NextAt"]);
        migrationBuilder.CreateTable(
            "Findings",
            table => new
            {
                Id = FirstCatalog.Counted(table), Workspace = table.Column<string>(), Run = table.Column<long>(), TopicId = table.Column<string>(), Sample = table.Column<string>(),
                RoseAt = table.Column<long>(), FoundAt = table.Column<long>(), Facts = table.Column<string>(), IsTold = table.Column<bool>(),
            },
            constraints: table => table.PrimaryKey("PK_Findings", row => row.Id));
        migrationBuilder.CreateIndex("IX_Findings_Workspace_Id", "Findings", ["Workspace", "Id"]);
    }
}
