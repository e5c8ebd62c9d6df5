using TextSeg.Mining.Clustering;

namespace TextSeg.Mining.Tests.Clustering;

/// <summary>Gives each node the label that a rule gives to its vector.</summary>
internal sealed class FixedClusterer(Func<float[], int> labelOf) : IClusterer
{
    public ClusterTree Cluster(ClusteringInput input, IProgress<StageProgress>? progress = null, CancellationToken cancellation = default)
    {
        var strengths = new float[input.Count];
        Array.Fill(strengths, 1);
        return new FlatLevels(1, 1).Describe(input, Fit(input, 0), strengths, Fit, cancellation);
    }

    private Partition Fit(ClusteringInput input, ulong draw)
        => Partition.Canonical([.. Enumerable.Range(0, input.Count).Select(node => labelOf(input.UnitRows[node].ToArray()))]);
}
