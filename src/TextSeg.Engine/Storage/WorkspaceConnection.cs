using Microsoft.Data.Sqlite;

namespace TextSeg.Engine.Storage;

/// <summary>How the database file is opened: write-ahead log, so that many read while one writes and a kill loses at most the open transaction.</summary>
internal static class WorkspaceConnection
{
    public static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var builder = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 60 };
        var connection = new SqliteConnection(builder.ToString());
        try
        {
            connection.Open();
            connection.Execute(mode == SqliteOpenMode.ReadOnly
                ? "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000;"
                : "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32000;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
