using System.Data;
using System.Data.Common;
using TextSeg.Engine.Storage.PostgreSql;

namespace TextSeg.Engine.Storage;

/// <summary>By what right a workspace is written: alone as long as it is open, or in turns with the writers of other processes.</summary>
/// <param name="folder">The lock of the data folder; null where the writer does not own it.</param>
/// <param name="turns">The lock of a piece of writing; null for a writer that is alone.</param>
internal sealed class WriterRight(WorkspaceLock? folder, AdvisoryLock? turns = null) : IDisposable
{
    /// <summary>Waits for the turn.</summary>
    public Task TakeTurnAsync(DbConnection connection, CancellationToken cancellationToken) => turns?.TakeAsync(connection, cancellationToken) ?? Task.CompletedTask;

    /// <summary>Gives the turn to who waits.</summary>
    public void EndTurn(DbConnection connection)
    {
        if (turns is null || connection.State != ConnectionState.Open)
        {
            return;
        }

        try
        {
            turns.GiveBack(connection);
        }
        catch (DbException)
        {
            // Broken or not, the lock goes with it.
            connection.Close();
        }
    }

    public void Dispose() => folder?.Dispose();
}
