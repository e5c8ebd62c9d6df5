using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace TextSeg.Engine.Storage.Catalog.Migrations;

/// <summary>The first tables of the service. Written by hand, without types of one database, so that it serves every provider.</summary>
[DbContext(typeof(CatalogContext))]
[Migration("20261122000000_FirstCatalog")]
public sealed class FirstCatalog : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Workspaces",
            table => new { Name = table.Column<string>(), Title = table.Column<string>(), CreatedAt = table.Column<long>() },
            constraints: table => table.PrimaryKey("PK_Workspaces", row => row.Name));
        CreateAccessKeys(migrationBuilder);
        CreateAuditEntries(migrationBuilder);
        CreateRunRequests(migrationBuilder);
        migrationBuilder.CreateTable(
            "Leases",
            table => new { Name = table.Column<string>(), Owner = table.Column<string>(), Until = table.Column<long>() },
            constraints: table => table.PrimaryKey("PK_Leases", row => row.Name));
        migrationBuilder.CreateTable(
            "Answers",
            table => new
            {
                Key = table.Column<long>(), IdempotencyKey = table.Column<string>(), RequestHash = table.Column<string>(), Status = table.Column<int>(),
                Body = table.Column<string>(nullable: true), At = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_Answers", row => new { row.Key, row.IdempotencyKey }));
    }

    private static void CreateAccessKeys(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "AccessKeys",
            table => new
            {
                Id = Counted(table), Kind = table.Column<string>(), Name = table.Column<string>(), Hash = table.Column<string>(), Prefix = table.Column<string>(),
                Role = table.Column<string>(), Workspace = table.Column<string>(nullable: true), Scopes = table.Column<string>(nullable: true), CreatedAt = table.Column<long>(),
                ExpiresAt = table.Column<long>(nullable: true), LastUsedAt = table.Column<long>(nullable: true), RevokedAt = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_AccessKeys", row => row.Id));
        migrationBuilder.CreateIndex("IX_AccessKeys_Hash", "AccessKeys", "Hash", unique: true);
    }

    private static void CreateAuditEntries(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "AuditEntries",
            table => new
            {
                Id = Counted(table), At = table.Column<long>(), Key = table.Column<long>(nullable: true), Workspace = table.Column<string>(nullable: true),
                Action = table.Column<string>(), Subject = table.Column<string>(nullable: true), Status = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_AuditEntries", row => row.Id));
        migrationBuilder.CreateIndex("IX_AuditEntries_Workspace_Id", "AuditEntries", ["Workspace", "Id"]);
    }

    private static void CreateRunRequests(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "RunRequests",
            table => new
            {
                Id = Counted(table), Workspace = table.Column<string>(), State = table.Column<string>(), RequestedAt = table.Column<long>(),
                StartedAt = table.Column<long>(nullable: true), FinishedAt = table.Column<long>(nullable: true), Stage = table.Column<string>(nullable: true),
                Done = table.Column<long>(), Total = table.Column<long>(), Failure = table.Column<string>(nullable: true), Run = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_RunRequests", row => row.Id));
        migrationBuilder.CreateIndex("IX_RunRequests_Workspace_Id", "RunRequests", ["Workspace", "Id"]);
    }

    // Each provider heeds its own annotation and passes over the other.
    internal static OperationBuilder<AddColumnOperation> Counted(ColumnsBuilder table) =>
        table.Column<long>().Annotation("Sqlite:Autoincrement", true).Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);
}
