using System.Data.Common;

namespace TextSeg.Engine.Storage;

/// <summary>Writes many new rows into a table, as quickly as the database can, within the open transaction. Between the first row and <see cref="Complete"/> the connection does nothing else.</summary>
internal abstract class RowWriter : IDisposable
{
    /// <summary>Adds a row; values in the order of the columns.</summary>
    public abstract void Write(params ReadOnlySpan<object?> values);

    /// <summary>Makes the rows count; without it they are undone or the transaction fails.</summary>
    public abstract void Complete();

    public abstract void Dispose();
}

/// <summary>Rows by one prepared statement.</summary>
internal sealed class StatementRowWriter(DbConnection connection, string table, IReadOnlyList<ColumnShape> columns) : RowWriter
{
    private readonly DbCommand _insert = connection.Prepare(
        $"INSERT INTO {table} ({string.Join(", ", columns.Select(column => column.Name))}) VALUES ({string.Join(", ", columns.Select((_, place) => $"${place + 1}"))})", columns.Count);

    public override void Write(params ReadOnlySpan<object?> values) => _insert.Bind(values).ExecuteNonQuery();

    public override void Complete()
    {
    }

    public override void Dispose() => _insert.Dispose();
}
