namespace TextSeg.Mining.Clustering;

/// <summary>How many threads a parallel loop may use.</summary>
internal static class Threads
{
    /// <summary>The number itself, or one for each processor where it is 0 or less.</summary>
    public static int Count(int threads) => threads > 0 ? threads : Environment.ProcessorCount;

    /// <summary>Limits of a loop.</summary>
    public static ParallelOptions Limit(int threads, CancellationToken cancellation)
        => new() { MaxDegreeOfParallelism = Count(threads), CancellationToken = cancellation };
}
