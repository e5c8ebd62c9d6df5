using TextSeg.Engine.Standalone;
using TextSeg.Mining.Clustering;
using TextSeg.Mining.Topics;

namespace TextSeg.Engine.Evaluation;

/// <summary>How well the topics found agree with groups known beforehand.</summary>
public sealed record ClusteringEvaluation
{
    /// <summary>Posts with a label; agreement is measured over all of them, whatever their state.</summary>
    public required int Posts { get; init; }

    /// <summary>Number of topics that the data chose.</summary>
    public required int K { get; init; }

    /// <summary>Number of labels.</summary>
    public required int TrueK { get; init; }

    /// <summary>Normalised mutual information, 0 to 1.</summary>
    public required double Nmi { get; init; }

    /// <summary>Adjusted Rand index, at most 1.</summary>
    public required double Ari { get; init; }

    /// <summary>Share right under the best one-to-one matching of topics and labels, 0 to 1.</summary>
    public required double Accuracy { get; init; }

    /// <summary>Mean silhouette, −1 to 1.</summary>
    public required double Silhouette { get; init; }

    /// <summary>Mean adjusted Rand index with runs on samples of the posts, at most 1.</summary>
    public required double Stability { get; init; }

    /// <summary>Shares of the posts by state; they sum to 1.</summary>
    public required double ShareCore { get; init; }

    public required double ShareEdge { get; init; }

    public required double ShareUnsure { get; init; }

    /// <summary>Share called like no other post.</summary>
    public required double ShareNone { get; init; }

    /// <summary>Compares topics with the labels of the posts.</summary>
    /// <exception cref="JobException">No post has a label.</exception>
    public static ClusteringEvaluation Of(IReadOnlyList<PreparedPost> posts, PostTopics topics)
    {
        int[] labelled = [.. Enumerable.Range(0, posts.Count).Where(post => posts[post].Label is not null)];
        if (labelled.Length == 0)
        {
            throw new JobException("The label column is empty in every record: name the column with the known groups.") { IsWrongUse = true };
        }

        int[] found = [.. labelled.Select(topics.TopicOf)];
        var agreement = ClusterAgreement.Between(found, LabelCodes.Of(labelled.Select(post => posts[post].Label!)));
        return new ClusteringEvaluation
        {
            Posts = labelled.Length,
            K = topics.Tree.K,
            TrueK = agreement.TrueClasses,
            Nmi = agreement.NormalizedMutualInformation,
            Ari = agreement.AdjustedRandIndex,
            Accuracy = agreement.Accuracy,
            Silhouette = topics.Tree.Silhouette,
            Stability = topics.Tree.Stability,
            ShareCore = topics.ShareOf(PostState.Core),
            ShareEdge = topics.ShareOf(PostState.Edge),
            ShareUnsure = topics.ShareOf(PostState.Unsure),
            ShareNone = topics.ShareOf(PostState.None),
        };
    }
}
