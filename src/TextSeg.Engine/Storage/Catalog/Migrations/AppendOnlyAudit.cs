using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TextSeg.Engine.Storage.Catalog.Migrations;

/// <summary>Lets the database itself refuse to change or remove what stands in the audit log.</summary>
[DbContext(typeof(CatalogContext))]
[Migration("20261122010000_AppendOnlyAudit")]
public sealed class AppendOnlyAudit : Migration
{
    private const string Refusal = "the audit log only grows";

    // Whether the table's name has capitals hangs on who made it.
    private const string ForPostgreSql =
        """
        DO $$ DECLARE named text; BEGIN
          SELECT quote_ident(tablename) INTO STRICT named FROM pg_catalog.pg_tables WHERE schemaname = current_schema() AND lower(tablename) = 'auditentries';
          EXECUTE format('CREATE TRIGGER audit_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()', named);
        END $$
        """;

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
        migrationBuilder.Sql(ForPostgreSql);
    }
}
