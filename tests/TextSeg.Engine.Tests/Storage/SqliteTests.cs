using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Tests.Storage;

public sealed class SqliteStorageTests() : StorageConformance(new SqlitePlace())
{
    protected override void AddMigration(Workspace workspace, string id) =>
        workspace.Connection.Execute($"INSERT INTO __EFMigrationsHistory VALUES ('{id}', '99.0')");
}

public sealed class SqliteSchemaTests() : SchemaConformance(new SqlitePlace())
{
    protected override IEnumerable<(string Name, string Type, bool IsRequired)> Columns(Workspace workspace, string table) =>
        workspace.Connection.Query($"SELECT name, type, \"notnull\" FROM pragma_table_info('{table}')", row => (row.GetString(0), row.GetString(1), row.GetInt64(2) == 1));
}

public sealed class SqliteMiningTests() : MiningConformance(new SqlitePlace());
