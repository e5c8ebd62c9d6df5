using TextSeg.Mining.Clustering;

namespace TextSeg.Engine.Evaluation;

/// <summary>What one clusterer made of the posts. Shares are of the posts, 0 to 1.</summary>
public sealed record ClustererFigures
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Why it was not run, in one sentence; null where it was. All figures are then 0.</summary>
    public string? LeftOut { get; init; }

    /// <summary>Number of groups.</summary>
    public int K { get; init; }

    /// <summary>Share in no group.</summary>
    public double ShareNone { get; init; }

    /// <summary>Share in the largest group.</summary>
    public double ShareLargest { get; init; }

    /// <summary>Share in groups of fewer posts than a topic needs (<see cref="TextSeg.Mining.Topics.TopicOptions.SmallestTopic"/>): outliers under another name.</summary>
    public double ShareTiny { get; init; }

    /// <summary>Mean silhouette of the different texts that are in a group, −1 to 1.</summary>
    public double Silhouette { get; init; }

    /// <summary>Mean adjusted Rand index when only a sample of 80 % is grouped, at most 1; no group counts as a group of its own.</summary>
    public double Stability { get; init; }

    /// <summary>Seconds of grouping, the samples included; neighbours and graph are made once for all and not counted.</summary>
    public double Seconds { get; init; }

    /// <summary>How far the managed heap grew meanwhile, garbage that was not yet collected included, in megabytes of 1,048,576 bytes.</summary>
    public double MemoryMegabytes { get; init; }

    /// <summary>Agreement with labels; null where there are none. Posts in no group count as one group.</summary>
    public ClusterAgreement? Agreement { get; init; }

    /// <summary>
    /// What <see cref="ClustererAdvice"/> ranks by, 0 to 1: the sum over the groups that are not tiny of share of the posts × best overlap with a group of a sample (mean Jaccard;
    /// Hennig 2007, "Cluster-wise assessment of cluster stability") × share of the other posts that are outside it.
    /// </summary>
    public double Score { get; init; }
}
