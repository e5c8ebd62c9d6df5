namespace TextSeg.Mining.Clustering;

/// <summary>One graph grouped at several resolutions, from few large groups to many small ones.</summary>
internal static class ResolutionLadder
{
    /// <summary>Resolutions from <paramref name="lowest"/> to <paramref name="highest"/>, each the same factor above the one before.</summary>
    public static double[] Steps(double lowest, double highest, int count)
    {
        var steps = new double[count];
        for (var i = 0; i < count; i++)
        {
            steps[i] = lowest * Math.Pow(highest / lowest, count > 1 ? (double)i / (count - 1) : 0);
        }

        return steps;
    }

    /// <summary>One Leiden run for each resolution, on several threads; the same at any number of them.</summary>
    public static Partition[] Run(WeightedGraph graph, ulong[] keys, double[] resolutions, ulong seed, int threads, CancellationToken cancellation, Action? stepped = null)
    {
        var partitions = new Partition[resolutions.Length];
        Parallel.For(0, resolutions.Length, Threads.Limit(threads, cancellation), step =>
        {
            partitions[step] = new Leiden(new LeidenOptions { Resolution = resolutions[step], Seed = StableRandom.Derive(seed, step) }).Run(graph, keys, cancellation);
            stepped?.Invoke();
        });
        return partitions;
    }
}
