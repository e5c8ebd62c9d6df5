using System.Data.Common;

namespace TextSeg.Engine.Storage.Sqlite;

/// <summary>A workspace's tables in SQLite.</summary>
/// <param name="connection">An open connection; not owned.</param>
public sealed class SqliteWorkspaceContext(DbConnection connection) : WorkspaceContext(connection);
