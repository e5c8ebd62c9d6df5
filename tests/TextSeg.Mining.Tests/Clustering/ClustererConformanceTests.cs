using TextSeg.Mining.Clustering;
using TextSeg.Mining.Clustering.Dbscan;
using TextSeg.Mining.Clustering.Hdbscan;
using TextSeg.Mining.Clustering.Hierarchical;
using TextSeg.Mining.Clustering.KMeans;

namespace TextSeg.Mining.Tests.Clustering;

public sealed class GraphClustererConformanceTests : ClustererConformance
{
    protected override bool SumsAsNodesStand => true;

    protected override IClusterer Make(ulong seed, int threads)
        => new GraphClusterer(new GraphClustererOptions { Seed = seed, Threads = threads, ConsensusRuns = 4 });
}

public sealed class KMeansClustererConformanceTests : ClustererConformance
{
    protected override IClusterer Make(ulong seed, int threads) => new KMeansClusterer(new KMeansOptions { Seed = seed, Threads = threads });
}

public sealed class AverageLinkClustererConformanceTests : ClustererConformance
{
    protected override IClusterer Make(ulong seed, int threads)
        => new HierarchicalClusterer(new AgglomerativeOptions { Linkage = Linkage.Average, Threads = threads }, seed);
}

public sealed class WardClustererConformanceTests : ClustererConformance
{
    protected override IClusterer Make(ulong seed, int threads) => new HierarchicalClusterer(new AgglomerativeOptions { Threads = threads }, seed);
}

public sealed class HdbscanClustererConformanceTests : ClustererConformance
{
    protected override bool LeavesNodesOut => true;

    protected override IClusterer Make(ulong seed, int threads) => new HdbscanClusterer(new HdbscanOptions { Threads = threads }, seed);
}

public sealed class DbscanClustererConformanceTests : ClustererConformance
{
    protected override bool LeavesNodesOut => true;

    protected override IClusterer Make(ulong seed, int threads) => new DbscanClusterer(new DbscanOptions { Threads = threads }, seed);
}
