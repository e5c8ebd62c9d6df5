using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Storage.PostgreSql;
using TextSeg.Engine.Storage.Sqlite;

namespace TextSeg.Engine.Storage;

/// <summary>What differs between the databases. The tables, their columns and nearly all SQL are the same: names are unquoted, truth values are 0 and 1, parameters go by position.</summary>
internal abstract class DatabaseProvider
{
    /// <summary>A file in the data folder.</summary>
    public static DatabaseProvider Sqlite { get; } = new SqliteProvider();

    /// <summary>A schema on a server.</summary>
    public static DatabaseProvider PostgreSql { get; } = new PostgreSqlProvider();

    /// <summary>Statement that begins a transaction that writes.</summary>
    public abstract string BeginToWrite { get; }

    /// <summary>Statement that begins a transaction whose queries all see one moment.</summary>
    public abstract string BeginSnapshot { get; }

    /// <summary>Whether a table says which posts changed, in the order of the changes.</summary>
    public virtual bool NotesChanges(DbConnection connection) => false;

    /// <summary>Lets go what was noted of changes long ago; who read nothing since reads everything anew.</summary>
    public virtual void ForgetOldChanges(DbConnection connection)
    {
    }

    /// <summary>Full-text search over posts.</summary>
    public abstract PostWordIndex Words { get; }

    public static DatabaseProvider Of(DbConnection connection) => connection is SqliteConnection ? Sqlite : PostgreSql;

    public static DatabaseProvider Of(DbCommand command) => command is SqliteCommand ? Sqlite : PostgreSql;

    /// <summary>Lets a context use an open connection.</summary>
    public abstract void Configure(DbContextOptionsBuilder options, DbConnection connection);

    /// <summary>Gives a model the names and types that the tables have here; the last step of making it.</summary>
    public abstract void Shape(ModelBuilder model);

    /// <summary>A fresh view of a workspace's tables.</summary>
    public abstract WorkspaceContext CreateContext(DbConnection connection);

    /// <summary>A parameter by its place, from 1.</summary>
    public abstract DbParameter CreateParameter(int place);

    /// <summary>Gives a parameter its value.</summary>
    public abstract void Set(DbParameter parameter, object? value);

    public abstract bool IsInTransaction(DbConnection connection);

    /// <summary>Gives the right to write back before the connection is closed.</summary>
    public abstract void LetGo(DbConnection connection);

    public abstract bool HasTable(DbConnection connection, string table);

    /// <summary>Writes many new rows.</summary>
    public abstract RowWriter CreateRowWriter(DbConnection connection, string table, IReadOnlyList<ColumnShape> columns);

    /// <summary>The last number that the database gave to a row of a table; 0 for none.</summary>
    public abstract long LastNumber(DbConnection connection, string table, string column);

    /// <summary>Lets the next row of a table have a number after this one.</summary>
    public abstract void GoOnAfter(DbConnection connection, string table, string column, long number);

    /// <summary>The year and month of a time in milliseconds, as 2023-07.</summary>
    public abstract string MonthOf(string column);

    /// <summary>A query for the texts of a JSON list in a parameter.</summary>
    public abstract string TextsIn(string parameter);

    /// <summary>A query for the whole numbers of a JSON list in a parameter.</summary>
    public abstract string NumbersIn(string parameter);

    /// <summary>Makes sure that the bytes of rows deleted from here on do not stay behind; before the transaction that deletes.</summary>
    public abstract void PrepareToPurge(DbConnection connection);

    /// <summary>Takes what deleted rows left out of the database's files; after the transaction that deleted them.</summary>
    public abstract void Purge(DbConnection connection);
}
