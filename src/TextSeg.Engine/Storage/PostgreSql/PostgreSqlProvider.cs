using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;

namespace TextSeg.Engine.Storage.PostgreSql;

/// <summary>PostgreSQL: a schema for each workspace, found by the connection's search path. Names are in small letters, as the server reads them where they are not quoted.</summary>
internal sealed class PostgreSqlProvider : DatabaseProvider
{
    private const string MigrationsTable = "__efmigrationshistory";

    public override string BeginToWrite => "BEGIN";

    public override string BeginSnapshot => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

    public override PostWordIndex Words { get; } = new PostgreSqlPostWords();

    public override void Configure(DbContextOptionsBuilder options, DbConnection connection) =>
        options.UseNpgsql(connection, server => server.MigrationsHistoryTable(MigrationsTable, SchemaOf(connection)));

    /// <summary>Texts are ordered byte by byte, as in SQLite and in the program.</summary>
    public override void Shape(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            entity.SetTableName(entity.GetTableName()!.ToLowerInvariant());
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(property.Name.ToLowerInvariant());
                if (property.ClrType == typeof(bool))
                {
                    property.SetValueConverter(new BoolToZeroOneConverter<int>());
                }

                if ((property.GetProviderClrType() ?? property.GetValueConverter()?.ProviderClrType ?? property.ClrType) == typeof(string))
                {
                    property.SetCollation("C");
                }
            }
        }
    }

    public override WorkspaceContext CreateContext(DbConnection connection) => new PostgreSqlWorkspaceContext(connection);

    public override DbParameter CreateParameter(int place) => new NpgsqlParameter();

    public override void Set(DbParameter parameter, object? value) => ParameterValue.Set((NpgsqlParameter)parameter, value);

    /// <summary>Taken to be so while the server is there: rolling back nothing is no fault.</summary>
    public override bool IsInTransaction(DbConnection connection) => connection.State == System.Data.ConnectionState.Open;

    /// <summary>The server notices the end of a connection a moment later, and the next writer may come sooner.</summary>
    public override void LetGo(DbConnection connection)
    {
        try
        {
            if (connection.State == System.Data.ConnectionState.Open)
            {
                connection.Execute("SELECT pg_advisory_unlock_all()");
            }
        }
        catch (DbException)
        {
            // The connection is broken, and with it the lock is gone.
        }
    }

    public override bool HasTable(DbConnection connection, string table) =>
        connection.Any("SELECT 1 FROM pg_catalog.pg_tables WHERE schemaname = $1 AND tablename = $2", SchemaOf(connection), table.ToLowerInvariant());

    public override RowWriter CreateRowWriter(DbConnection connection, string table, IReadOnlyList<ColumnShape> columns) =>
        new CopyRowWriter((NpgsqlConnection)connection, table, columns);

    public override long LastNumber(DbConnection connection, string table, string column) =>
        connection.Query("SELECT COALESCE(pg_sequence_last_value(CAST(pg_get_serial_sequence($1, $2) AS regclass)), 0)", row => row.GetInt64(0), table, column).Single();

    public override void GoOnAfter(DbConnection connection, string table, string column, long number)
    {
        using var set = connection.Prepare("SELECT setval(CAST(pg_get_serial_sequence($1, $2) AS regclass), GREATEST($3, 1), $3 > 0)", 3);
        set.Bind(table, column, number).ExecuteNonQuery();
    }

    public override string MonthOf(string column) => $"to_char(to_timestamp({column} / 1000) AT TIME ZONE 'UTC', 'YYYY-MM')";

    public override string TextsIn(string parameter) => $"SELECT json_array_elements_text({parameter}::json)";

    public override string NumbersIn(string parameter) => $"SELECT json_array_elements_text({parameter}::json)::bigint";

    private static string SchemaOf(DbConnection connection) => new NpgsqlConnectionStringBuilder(connection.ConnectionString).SearchPath!;

    public override void PrepareToPurge(DbConnection connection)
    {
    }

    /// <summary>Tables are written anew, and with them what the planner remembers of common values. The server's log of changes keeps them until it is used anew.</summary>
    public override void Purge(DbConnection connection)
    {
        foreach (var table in connection.Query("SELECT quote_ident(tablename) FROM pg_catalog.pg_tables WHERE schemaname = $1 ORDER BY 1", row => row.GetString(0), SchemaOf(connection)).ToList())
        {
            connection.Execute($"VACUUM (FULL, ANALYZE) {table}");
        }
    }
}
