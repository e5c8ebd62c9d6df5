using System.Data.Common;

namespace TextSeg.Engine.Storage.PostgreSql;

/// <summary>A workspace's tables in PostgreSQL.</summary>
/// <param name="connection">An open connection; not owned.</param>
public sealed class PostgreSqlWorkspaceContext(DbConnection connection) : WorkspaceContext(connection);
