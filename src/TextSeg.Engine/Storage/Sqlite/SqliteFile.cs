using Microsoft.Data.Sqlite;

namespace TextSeg.Engine.Storage.Sqlite;

/// <summary>How the database file is opened: write-ahead log, so that many read while one writes and a kill loses at most the open transaction.</summary>
internal static class SqliteFile
{
    private const int ReadOnlyFolder = 8;
    private const int CannotOpen = 14;
    private const string ForReading = "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000; SELECT COUNT(*) FROM sqlite_master;";
    private const string ForWriting = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32000;";

    public static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        try
        {
            return Connect(path, mode);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is ReadOnlyFolder or CannotOpen && mode == SqliteOpenMode.ReadOnly && File.Exists(path) && !File.Exists(path + "-wal"))
        {
            // A write-ahead log needs files beside the database; where none can be made, nobody writes either, and the file can be read as it is.
            return Connect(new Uri(Path.GetFullPath(path)).AbsoluteUri + "?immutable=1", mode);
        }
    }

    private static SqliteConnection Connect(string source, SqliteOpenMode mode)
    {
        var builder = new SqliteConnectionStringBuilder { DataSource = source, Mode = mode, Pooling = false, DefaultTimeout = 60 };
        var connection = new SqliteConnection(builder.ToString());
        try
        {
            connection.Open();
            connection.Execute(mode == SqliteOpenMode.ReadOnly ? ForReading : ForWriting);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
