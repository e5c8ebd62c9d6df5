using System.Data.Common;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Ingestion;

/// <summary>Keeps the rejected rows of one source: in the workspace, and in the user's list where there is one.</summary>
internal sealed class RejectedRowWriter : IDisposable
{
    private readonly RejectedRowList? _list;
    private readonly DbCommand _insert;

    /// <param name="connection">The workspace's.</param>
    /// <param name="source">Name of the source.</param>
    /// <param name="list">The user's list; null for none.</param>
    /// <param name="keepsEarlier">Whether the rows of earlier readings stay, as where each reading goes on after the last; else they are forgotten.</param>
    public RejectedRowWriter(DbConnection connection, string source, RejectedRowList? list, bool keepsEarlier = false)
    {
        _list = list;
        if (!keepsEarlier)
        {
            using var clear = connection.Prepare("DELETE FROM RejectedRows WHERE Source = $1", 1);
            clear.Bind(source).ExecuteNonQuery();
        }

        _insert = connection.Prepare("INSERT INTO RejectedRows (Source, Line, Reason) VALUES ($1, $2, $3) ON CONFLICT (Source, Line) DO UPDATE SET Reason = excluded.Reason", 3);
    }

    /// <summary>Where the user's list is; null while it is empty.</summary>
    public string? ListPath => _list?.Path;

    public void Write(RejectedRow row)
    {
        _insert.Bind(row.Source, row.Line, row.Reason).ExecuteNonQuery();
        _list?.Add(row);
    }

    public void Dispose()
    {
        _insert.Dispose();
        _list?.Dispose();
    }
}
