using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TextSeg.Engine.Storage.Catalog.Migrations;

/// <summary>Lets the database itself refuse to change or remove what stands in the audit log.</summary>
[DbContext(typeof(CatalogContext))]
[Migration("20261122010000_AppendOnlyAudit")]
public sealed class AppendOnlyAudit : Migration
{
    private const string Refusal = "the audit log only grows";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        if (migrationBuilder.ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true)
        {
            migrationBuilder.Sql($"CREATE TRIGGER AuditEntriesStay BEFORE UPDATE ON AuditEntries BEGIN SELECT RAISE(ABORT, '{Refusal}'); END");
            migrationBuilder.Sql($"CREATE TRIGGER AuditEntriesRemain BEFORE DELETE ON AuditEntries BEGIN SELECT RAISE(ABORT, '{Refusal}'); END");

            // INSERT OR REPLACE removes a row without asking the trigger above.
            migrationBuilder.Sql(
                $"CREATE TRIGGER AuditEntriesAreNew BEFORE INSERT ON AuditEntries WHEN EXISTS (SELECT 1 FROM AuditEntries WHERE Id = NEW.Id) BEGIN SELECT RAISE(ABORT, '{Refusal}'); END");
            return;
        }

        migrationBuilder.Sql($"CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{Refusal}'; END $$");
        migrationBuilder.Sql("CREATE TRIGGER auditentries_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON auditentries FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()");
    }
}
