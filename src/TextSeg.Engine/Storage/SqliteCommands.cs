using Microsoft.Data.Sqlite;

namespace TextSeg.Engine.Storage;

/// <summary>Short ways to run SQL where rows come by the ten thousand; everything else goes through <see cref="WorkspaceContext"/>.</summary>
internal static class SqliteCommands
{
    extension(SqliteConnection connection)
    {
        /// <summary>Runs statements without parameters.</summary>
        public int Execute(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            return command.ExecuteNonQuery();
        }

        /// <summary>Runs all of an action or nothing of it.</summary>
        public void InTransaction(Action action)
        {
            connection.Execute("BEGIN IMMEDIATE");
            try
            {
                action();
                connection.Execute("COMMIT");
            }
            catch
            {
                connection.RollBack();
                throw;
            }
        }

        /// <summary>Prepares a statement whose parameters are set by position with <see cref="Bind"/>.</summary>
        public SqliteCommand Prepare(string sql, int parameters)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= parameters; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
            }

            return command;
        }

        /// <summary>Reads all rows of a query.</summary>
        public IEnumerable<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params object?[] values)
        {
            using var command = connection.Prepare(sql, values.Length);
            using var reader = command.Bind(values).ExecuteReader();
            while (reader.Read())
            {
                yield return read(reader);
            }
        }
    }

    /// <summary>Undoes the open transaction; a full disk may have ended it already.</summary>
    private static void RollBack(this SqliteConnection connection)
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
        {
            connection.Execute("ROLLBACK");
        }
    }

    extension(SqliteCommand command)
    {
        /// <summary>Sets all parameters by position.</summary>
        public SqliteCommand Bind(params ReadOnlySpan<object?> values)
        {
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters[i].Value = values[i] ?? DBNull.Value;
            }

            return command;
        }
    }

    extension(SqliteDataReader reader)
    {
        /// <summary>A text, null where there is none.</summary>
        public string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

        /// <summary>A whole number, null where there is none.</summary>
        public long? Number(int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);
    }
}
