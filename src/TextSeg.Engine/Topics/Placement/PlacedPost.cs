namespace TextSeg.Engine.Topics.Placement;

/// <summary>Where a new post was placed.</summary>
/// <param name="Post">The post.</param>
/// <param name="Topic">Its topic at the reader's level; null where no post is near.</param>
/// <param name="Strength">Share of its neighbours' votes that the topic got, 0 to 1.</param>
/// <param name="Nearest">The post that is nearest; null where none is near.</param>
public sealed record PlacedPost(long Post, string? Topic, double Strength, long? Nearest)
{
    /// <summary>What <see cref="Storage.Rows.StoredPostTopic.State"/> says of posts that were placed and not found with the run.</summary>
    internal const string State = "placed";
}
