namespace TextSeg.Engine;

/// <summary>Makes each batch while the one before it is written: a model needs no database, and a database one processor only.</summary>
internal static class OneAhead
{
    /// <summary>Makes and writes all batches in order. Ends, also by a fault, only when nothing is being made any more; what was made and not written is lost.</summary>
    /// <param name="batches">Number of batches.</param>
    /// <param name="begin">Begins to make a batch, by its number; reads what it needs of the database before it returns.</param>
    /// <param name="write">Writes a batch.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    public static async Task RunAsync<T>(int batches, Func<int, CancellationToken, Task<T>> begin, Func<int, T, Task> write, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<T>? ahead = null;
        try
        {
            for (var at = 0; at < batches; at++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var made = await (ahead ?? begin(at, stop.Token));
                ahead = at + 1 < batches ? begin(at + 1, stop.Token) : null;
                await write(at, made);
            }
        }
        finally
        {
            await stop.CancelAsync();
            if (ahead is not null)
            {
                await Task.WhenAny(ahead);
            }
        }
    }
}
