using System.Data.Common;

namespace TextSeg.Engine.Storage;

/// <summary>Short ways to run SQL where rows come by the ten thousand; everything else goes through a context. Parameters are set by position: $1, $2 …</summary>
internal static class DatabaseCommands
{
    extension(DbConnection connection)
    {
        /// <summary>Which database it is, and how its SQL differs.</summary>
        public DatabaseProvider Provider => DatabaseProvider.Of(connection);

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
            connection.Begin();
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

        /// <summary>Begins a transaction that writes.</summary>
        public void Begin() => connection.Execute(connection.Provider.BeginToWrite);

        /// <summary>Undoes the open transaction; a full disk or a lost server may have ended it already.</summary>
        public void RollBack()
        {
            if (connection.Provider.IsInTransaction(connection))
            {
                connection.Execute("ROLLBACK");
            }
        }

        /// <summary>Prepares a statement whose parameters are set by position with <see cref="Bind"/>.</summary>
        public DbCommand Prepare(string sql, int parameters)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= parameters; i++)
            {
                command.Parameters.Add(connection.Provider.CreateParameter(i));
            }

            return command;
        }

        /// <summary>Reads all rows of a query, one at a time. PostgreSQL answers no other statement on the same connection before the last row was read.</summary>
        public IEnumerable<T> Query<T>(string sql, Func<DbDataReader, T> read, params object?[] values)
        {
            using var command = connection.Prepare(sql, values.Length);
            using var reader = command.Bind(values).ExecuteReader();
            while (reader.Read())
            {
                yield return read(reader);
            }
        }

        /// <summary>Whether a query has a row.</summary>
        public bool Any(string sql, params object?[] values) => connection.Query(sql + " LIMIT 1", _ => true, values).Any();
    }

    extension(DbCommand command)
    {
        /// <summary>Sets all parameters by position.</summary>
        public DbCommand Bind(params ReadOnlySpan<object?> values)
        {
            var provider = DatabaseProvider.Of(command);
            for (var i = 0; i < values.Length; i++)
            {
                provider.Set(command.Parameters[i], values[i]);
            }

            return command;
        }
    }

    extension(DbDataReader reader)
    {
        /// <summary>A text, null where there is none.</summary>
        public string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

        /// <summary>A whole number, null where there is none.</summary>
        public long? Number(int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);
    }
}
