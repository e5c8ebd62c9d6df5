namespace TextSeg.Mining.Clustering;

/// <summary>
/// Finds groups in a neighbour graph without being told how many: Leiden at many resolutions, a choice of level by silhouette or by agreement under resampling,
/// consensus of several runs at that level, splits of groups that swallowed others, and a nested tree of levels around it.
/// The result depends on the graph, the vectors, the keys and the seed alone, not on the number of threads.
/// </summary>
public sealed class GraphClusterer : IClusterer
{
    private const int MostLevels = 5;
    private const int FinerBy = 4;

    private readonly GraphClustererOptions options;

    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public GraphClusterer(GraphClustererOptions options)
    {
        options.Validate();
        this.options = options;
    }

    /// <inheritdoc/>
    public ClusterTree Cluster(ClusteringInput input, IProgress<StageProgress>? progress = null, CancellationToken cancellation = default)
    {
        var posts = 0;
        foreach (var size in input.NodeSizes)
        {
            posts += size;
        }

        var smallest = Math.Clamp(posts / 20, 1, options.SmallestGroup);
        var run = new ClusteringRun(input.Graph, input.UnitRows, input.Keys, input.NodeSizes, smallest, options, new RunProgress(progress));
        var choice = input.Results.Once("choice", () => run.Choose(cancellation), StoredSteps.Write, StoredSteps.ReadChosenLevel);
        var reader = input.Results.Once("consensus", () => run.Settle(choice.Resolution, cancellation), StoredSteps.Write, StoredSteps.ReadReaderLevel);
        return input.Results.Once("levels", () => Nest(run, choice.Choice, reader, cancellation), StoredSteps.Write, StoredSteps.ReadTree);
    }

    private ClusterTree Nest(ClusteringRun run, LevelChoice choice, ReaderLevel reader, CancellationToken cancellation)
    {
        run.Progress.Begin("hierarchy", MostLevels + 1);
        var nested = new NestedLevels(run.Graph, run.Keys, run.NodeSizes, run.Smallest, options.Seed);
        var below = new List<(Partition Groups, double Resolution)>();
        if (choice.ResolutionFor(reader.Groups.Count * FinerBy) is var fine && fine > reader.Resolution
            && nested.Below(reader.Groups, fine, options.Threads, cancellation, run.Rounds) is { } finer)
        {
            below.Add((finer, fine));
        }

        var levels = new List<ClusterLevel>();
        foreach (var groups in NestedLevels.Above(run.Rows, reader.Groups, MostLevels - 1 - below.Count))
        {
            run.Progress.Add();
            levels.Add(run.DescribeJoined(groups, reader.Resolution, levels.Count > 0 ? levels[^1].Groups : null, cancellation));
        }

        var readerLevel = levels.Count;
        levels.Add(run.Describe(reader.Groups, reader.Resolution, levels.Count > 0 ? levels[^1].Groups : null, reader.Held, cancellation));
        foreach (var (groups, resolution) in below)
        {
            run.Progress.Add();
            levels.Add(run.DescribeDivided(groups, resolution, levels[^1].Groups, cancellation));
        }

        run.Progress.End();
        return new ClusterTree([.. levels], readerLevel, reader.Trust);
    }
}
