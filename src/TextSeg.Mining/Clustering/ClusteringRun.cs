namespace TextSeg.Mining.Clustering;

/// <summary>The level that is read first, before the levels around it are built.</summary>
internal sealed record ReaderLevel(Partition Groups, double Resolution, ResamplingResult Held, float[] Trust);

/// <summary>The resolution of the level to read first, and what the ladder says of others.</summary>
internal sealed record ChosenLevel(double Resolution, LevelChoice Choice);

/// <summary>The steps of one run of <see cref="GraphClusterer"/> and what they share.</summary>
internal sealed class ClusteringRun(
    WeightedGraph graph, VectorTable rows, ulong[] keys, int[] nodeSizes, int smallest, GraphClustererOptions options, RunProgress progress)
{
    // Rows whose silhouettes are enough to choose a level: the error of the mean is then below 0.002.
    private const int MostRowsToChoose = 8_000;

    private readonly System.Collections.Concurrent.ConcurrentDictionary<(ulong Seed, double Resolution), Partition> refits = new();

    private int FewVotes => Math.Max(1, options.ConsensusRuns * 3 / 8);

    public WeightedGraph Graph => graph;

    public VectorTable Rows => rows;

    public ulong[] Keys => keys;

    public int[] NodeSizes => nodeSizes;

    public int Smallest => smallest;

    public RunProgress Progress => progress;

    /// <summary>Rounds of each Leiden run on the graph.</summary>
    public int Rounds => IsLarge ? 1 : 2;

    // Of a large graph one sample is held at a time and its votes share the threads; of others samples do.
    private bool IsLarge => graph.Count > options.MostNodesWhole;

    /// <summary>Groups the graph, or its small groups where it is large, at every resolution and chooses one.</summary>
    public ChosenLevel Choose(CancellationToken cancellation)
    {
        progress.Begin("resolutions", options.Steps + 1);
        var coarse = IsLarge
            ? CoarseGraph.Of(graph, keys, nodeSizes, options.HighestResolution, options.Seed, cancellation)
            : CoarseGraph.Whole(graph, keys, nodeSizes);
        var resolutions = ResolutionLadder.Steps(options.LowestResolution, options.HighestResolution, options.Steps);
        var ladder = ResolutionLadder.Run(coarse.Graph, coarse.Keys, resolutions, options.Seed, options.Threads, cancellation, progress.Add);
        var counts = Array.ConvertAll(ladder, groups => Array.FindAll(SmallGroups.Sizes(groups, coarse.NodeSizes), size => size >= smallest).Length);
        var choice = new LevelChoice(resolutions, counts);
        progress.End();
        return new ChosenLevel(options.WantedGroups is { } wanted ? choice.ResolutionFor(wanted) : Choose(choice, ladder, coarse, cancellation), choice);
    }

    private double Choose(LevelChoice choice, Partition[] ladder, CoarseGraph coarse, CancellationToken cancellation)
    {
        var (fewest, most) = Readable();
        progress.Begin("choice of level", ladder.Length + (FewVotes * LevelChoice.Candidates(fewest, most)) + 1);
        var silhouettes = Array.ConvertAll(ladder, Measured);
        var resolution = choice.BySilhouette(silhouettes, options) ?? choice.ByAgreement(fewest, most, Agreement);
        progress.End();
        return resolution;

        double Measured(Partition groups)
        {
            var silhouette = Silhouette.OfSample(rows, coarse.Expand(groups), keys, MostRowsToChoose, options.Seed, options.Threads, cancellation);
            progress.Add();
            return silhouette;
        }

        double Agreement(double tried) => Consensus.Vote(
            coarse.Graph, coarse.Keys, tried, FewVotes, options.SampleShare, options.Seed, options.Threads, cancellation, voted: progress.Add).Agreement();
    }

    /// <summary>Consensus at a resolution, small groups absorbed, swallowed groups split off, stability measured.</summary>
    public ReaderLevel Settle(double resolution, CancellationToken cancellation)
    {
        progress.Begin("consensus", options.ConsensusRuns + 2);
        var (groups, trust) = Agree(resolution, cancellation);
        progress.Begin("stability", (options.Samples * FewVotes) + 1);
        var stability = Resampling.Measure(
            graph, keys, groups, Refit, options.Samples, options.SampleShare, options.Seed, IsLarge ? 1 : options.Threads, cancellation);
        progress.Begin("splits", groups.Count + 1);
        var split = new GroupSplits(graph, rows, keys, nodeSizes, smallest, options, Rounds).Run(groups, progress.Add, cancellation);
        var ofGroup = new double[split.Groups.Count];
        for (var group = 0; group < ofGroup.Length; group++)
        {
            ofGroup[group] = stability.OfGroup[split.Origin[group]] * split.StabilityWithin[group];
        }

        progress.End();
        return new ReaderLevel(split.Groups, resolution, new ResamplingResult(stability.Agreement, ofGroup), trust);

        Partition Refit(WeightedGraph part, ulong[] partKeys, int[] nodes, ulong seed)
        {
            var partVotes = Vote(part, partKeys, resolution, FewVotes, seed, IsLarge ? options.Threads : 1, cancellation);
            return partVotes.Decide(partVotes.EdgeShares(), cancellation);
        }
    }

    // Of its own, so that votes and shares are let go before the next step.
    private (Partition Groups, float[] Trust) Agree(double resolution, CancellationToken cancellation)
    {
        var votes = Vote(graph, keys, resolution, options.ConsensusRuns, options.Seed, options.Threads, cancellation);
        var shares = votes.EdgeShares();
        var groups = SmallGroups.Absorb(graph, votes.Decide(shares, cancellation), nodeSizes, smallest);
        return (groups, Consensus.NodeTrust(graph, shares));
    }

    /// <summary>A level above the reader's: what its resampling joins is a plain run at the reader's resolution.</summary>
    public ClusterLevel DescribeJoined(Partition groups, double resolution, Partition? before, CancellationToken cancellation)
    {
        return Describe(groups, 0, before, Measure(groups, Rejoin, cancellation), cancellation);

        Partition Rejoin(WeightedGraph part, ulong[] partKeys, int[] nodes, ulong seed)
        {
            var plain = refits.GetOrAdd((seed, resolution), _ => Fit(part, partKeys, resolution, seed, cancellation));
            return NestedLevels.Join(rows, plain, groups.Count, nodes);
        }
    }

    /// <summary>A level below the reader's.</summary>
    public ClusterLevel DescribeDivided(Partition groups, double resolution, Partition before, CancellationToken cancellation)
        => Describe(groups, resolution, before, Measure(groups, (g, k, _, seed) => Fit(g, k, resolution, seed, cancellation), cancellation), cancellation);

    /// <summary>A level with its figures.</summary>
    public ClusterLevel Describe(Partition groups, double resolution, Partition? before, ResamplingResult held, CancellationToken cancellation)
    {
        var parents = new int[groups.Count];
        Array.Fill(parents, -1);
        parents = before is null ? parents : NestedLevels.Parents(groups, before);
        var silhouette = Silhouette.Of(rows, groups, options.Threads, cancellation);
        return new ClusterLevel(groups, resolution, silhouette, held.Agreement, held.OfGroup, parents);
    }

    private ResamplingResult Measure(Partition groups, Resampling.Fit fit, CancellationToken cancellation)
        => Resampling.Measure(graph, keys, groups, fit, options.Samples, options.SampleShare, options.Seed, options.Threads, cancellation);

    // Fewer groups in small collections, where a group would have too few posts to be read; more in very large ones.
    private (double Fewest, double Most) Readable()
    {
        var posts = nodeSizes.Sum();
        var growth = Math.Max(1, Math.Sqrt(posts / 100_000.0));
        return (
            Math.Clamp(posts / 50.0, 1, options.FewestGroups * growth),
            Math.Clamp(posts / 12.0, 1, options.MostGroups * growth));
    }

    private Consensus Vote(WeightedGraph part, ulong[] partKeys, double resolution, int runs, ulong seed, int threads, CancellationToken cancellation)
        => Consensus.Vote(part, partKeys, resolution, runs, options.SampleShare, seed, threads, cancellation, Rounds, progress.Add);

    private Partition Fit(WeightedGraph part, ulong[] partKeys, double resolution, ulong seed, CancellationToken cancellation)
        => new Leiden(new LeidenOptions { Resolution = resolution, Seed = seed, Rounds = Rounds }).Run(part, partKeys, cancellation);
}
