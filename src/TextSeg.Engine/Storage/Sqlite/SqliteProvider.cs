using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace TextSeg.Engine.Storage.Sqlite;

/// <summary>SQLite: a file in the data folder, with nothing else to install.</summary>
internal sealed class SqliteProvider : DatabaseProvider
{
    private const int KeptChanges = 1_000_000;

    public override string BeginToWrite => "BEGIN IMMEDIATE";

    public override string BeginSnapshot => "BEGIN";

    public override bool NotesChanges(DbConnection connection) => HasTable(connection, "PostChanges");

    public override PostWordIndex Words { get; } = new SqlitePostWords();

    public override void Configure(DbContextOptionsBuilder options, DbConnection connection) => options.UseSqlite(connection);

    public override void Shape(ModelBuilder model)
    {
    }

    public override WorkspaceContext CreateContext(DbConnection connection) => new SqliteWorkspaceContext(connection);

    public override DbParameter CreateParameter(int place) => new SqliteParameter { ParameterName = $"${place}" };

    public override void Set(DbParameter parameter, object? value) => parameter.Value = value ?? DBNull.Value;

    public override void ForgetOldChanges(DbConnection connection) =>
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"DELETE FROM PostChanges WHERE Moment < (SELECT MAX(Moment) FROM PostChanges) - {KeptChanges}"));

    public override bool IsInTransaction(DbConnection connection) => SQLitePCL.raw.sqlite3_get_autocommit(((SqliteConnection)connection).Handle) == 0;

    /// <summary>Nothing: the lock is a file's.</summary>
    public override void LetGo(DbConnection connection)
    {
    }

    public override bool HasTable(DbConnection connection, string table) => connection.Any("SELECT 1 FROM sqlite_master WHERE name = $1", table);

    public override RowWriter CreateRowWriter(DbConnection connection, string table, IReadOnlyList<ColumnShape> columns) => new StatementRowWriter(connection, table, columns);

    public override long LastNumber(DbConnection connection, string table, string column) =>
        connection.Query("SELECT seq FROM sqlite_sequence WHERE LOWER(name) = LOWER($1)", row => row.GetInt64(0), table).FirstOrDefault();

    /// <summary>SQLite goes on after the greatest number that it saw; its table of them has a row from a table's first row on.</summary>
    public override void GoOnAfter(DbConnection connection, string table, string column, long number)
    {
        using var update = connection.Prepare("UPDATE sqlite_sequence SET seq = MAX(seq, $2) WHERE LOWER(name) = LOWER($1)", 2);
        if (update.Bind(table, number).ExecuteNonQuery() == 0)
        {
            using var insert = connection.Prepare("INSERT INTO sqlite_sequence (name, seq) SELECT name, $2 FROM sqlite_master WHERE type = 'table' AND LOWER(name) = LOWER($1)", 2);
            insert.Bind(table, number).ExecuteNonQuery();
        }
    }

    public override string MonthOf(string column) => $"strftime('%Y-%m', {column} / 1000, 'unixepoch')";

    public override string TextsIn(string parameter) => $"SELECT value FROM json_each({parameter})";

    public override string NumbersIn(string parameter) => $"SELECT value FROM json_each({parameter})";

    public override void PrepareToPurge(DbConnection connection) =>
        connection.Execute("PRAGMA secure_delete=ON; INSERT INTO PostWords (PostWords, rank) VALUES ('secure-delete', 1);");

    // The full-text index keeps tombstones until it is merged, and the write-ahead log keeps old pages until it is cut.
    public override void Purge(DbConnection connection) =>
        connection.Execute("INSERT INTO PostWords (PostWords) VALUES ('optimize'); VACUUM; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA secure_delete=OFF;");
}
