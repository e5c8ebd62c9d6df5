using TextSeg.Engine.Standalone;
using TextSeg.Mining.Clustering;

namespace TextSeg.Engine.Evaluation;

/// <summary>The groups that posts are known to belong to.</summary>
/// <param name="Rows">Places of the posts with a label.</param>
/// <param name="Codes">The label of each of them as a number.</param>
internal sealed record KnownGroups(int[] Rows, int[] Codes)
{
    /// <summary>Number of labels.</summary>
    public int Count { get; } = Codes.Distinct().Count();

    /// <summary>Reads the labels; null where no post has one.</summary>
    public static KnownGroups? Of(IReadOnlyList<PreparedPost> posts)
    {
        int[] rows = [.. Enumerable.Range(0, posts.Count).Where(post => posts[post].Label is not null)];
        return rows.Length == 0 ? null : new KnownGroups(rows, LabelCodes.Of(rows.Select(row => posts[row].Label!)));
    }

    /// <summary>How well groups that were found agree, over the posts with a label; no group (−1) counts as one group.</summary>
    /// <param name="groupOf">The group of each post.</param>
    public ClusterAgreement Compare(int[] groupOf) => ClusterAgreement.Between(Array.ConvertAll(Rows, row => groupOf[row]), Codes);
}
