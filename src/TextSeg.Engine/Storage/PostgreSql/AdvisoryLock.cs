using System.Data.Common;

namespace TextSeg.Engine.Storage.PostgreSql;

/// <summary>A lock by name that the server holds for a connection and lets go with it, however it ends (manual, chapter 13.3.5).</summary>
internal sealed class AdvisoryLock(string name)
{
    private const string Key = "hashtextextended($1, 0)";

    /// <summary>The right to write posts and results of a schema.</summary>
    public static AdvisoryLock ToWrite(string schema) => new("textseg " + schema);

    /// <summary>The right to write a schema's vectors: for one process where they are files, for all where a server keeps them.</summary>
    public static AdvisoryLock OfVectors(string schema) => new("textseg vectors " + schema);

    /// <summary>Takes it alone if nobody has it.</summary>
    public bool TryTake(DbConnection connection) => Ask(connection, "pg_try_advisory_lock");

    /// <summary>Takes it beside others, if nobody has it alone.</summary>
    public bool TryShare(DbConnection connection) => Ask(connection, "pg_try_advisory_lock_shared");

    /// <summary>Waits until nobody has it, in the order of asking, and takes it alone.</summary>
    public async Task TakeAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var take = connection.Prepare($"SELECT pg_advisory_lock({Key})", 1);
        take.CommandTimeout = 0;
        await take.Bind(name).ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Gives it back.</summary>
    public void GiveBack(DbConnection connection) => Ask(connection, "pg_advisory_unlock");

    private bool Ask(DbConnection connection, string function) => connection.Query($"SELECT {function}({Key})", row => row.GetBoolean(0), name).Single();
}
