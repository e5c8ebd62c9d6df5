namespace TextSeg.Engine.Streaming;

/// <summary>Posts that were worked on, to be written by their claim's holder.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Posts">The posts that were there.</param>
/// <param name="Run">The run whose posts are near; null where there was none.</param>
internal sealed record CarriedPosts(PostClaim Claim, IReadOnlyList<CarriedPost> Posts, long? Run);
