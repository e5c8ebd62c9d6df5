namespace TextSeg.Engine.MemberRights;

/// <summary>How long posts of a source, and what its members did elsewhere, are kept.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Days">Days that a post is kept after it was written, and an event after it happened.</param>
/// <param name="SetAt">When the rule was set.</param>
/// <param name="DoneAt">When it was carried out last; null for never.</param>
public sealed record RetentionRule(string Source, int Days, DateTimeOffset SetAt, DateTimeOffset? DoneAt);

/// <summary>What a rule would take out now.</summary>
/// <param name="Before">Posts written before this would go.</param>
/// <param name="Posts">How many posts.</param>
/// <param name="Members">Different authors of these posts.</param>
/// <param name="MembersWithNothingLeft">Members of whom nothing would stay; they would go too.</param>
/// <param name="PostsWithoutTime">Posts of the source that tell no time; no rule takes them out.</param>
/// <param name="Events">Events that happened before.</param>
public sealed record RetentionPreview(DateTimeOffset Before, long Posts, long Members, long MembersWithNothingLeft, long PostsWithoutTime, long Events);

/// <summary>That posts were taken out because their time to be kept had ended.</summary>
/// <param name="Id">Number of the receipt.</param>
/// <param name="Source">Name of the source.</param>
/// <param name="Before">Posts written before this were taken out.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="FinishedAt">When all was gone; null while that is not so.</param>
/// <param name="Counts">What was taken out; null while that is not known.</param>
public sealed record RetentionReceipt(long Id, string Source, DateTimeOffset Before, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, ErasedCounts? Counts);
