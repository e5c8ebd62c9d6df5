namespace TextSeg.Mining.Topics.Edits;

/// <summary>
/// One edit, told by the posts that it is about and never by a topic's number, so that it can be applied to topics that were found anew.
/// </summary>
/// <param name="Number">Its number; edits are applied in rising order.</param>
/// <param name="Verb">What is done.</param>
/// <param name="Parts">
/// Rows of posts. Rename: the topic's. Merge: each topic's. Split: each part's. Move: the post, and the posts to put it with. Apart: one for each side.
/// </param>
public sealed record TopicEdit(long Number, EditVerb Verb, IReadOnlyList<int[]> Parts)
{
    /// <summary>Rows below this one were there when the edit was made; posts that came later say nothing of what was meant.</summary>
    public required int Known { get; init; }

    /// <summary>For each part whether it is a single post that was named as such, and not a topic that happens to have one post.</summary>
    public bool[] IsPost { get; init; } = [];

    /// <summary>The name to give.</summary>
    public string? Name { get; init; }

    /// <summary>Level of the renamed topic, counted from the reader's: 0 the same, −1 one coarser, 1 one finer.</summary>
    public int LevelFromReader { get; init; }

    /// <summary>Whether a part is one post.</summary>
    public bool PartIsPost(int part) => part < IsPost.Length && IsPost[part];
}

/// <summary>What became of an edit.</summary>
/// <param name="Number">The edit.</param>
/// <param name="State">Whether it holds.</param>
/// <param name="Why">Why it does not hold, in one sentence; null where it does.</param>
/// <param name="ChangedBy">The later edit that changed the same topics again; null for none.</param>
public sealed record EditResult(long Number, EditState State, string? Why = null, long? ChangedBy = null);

/// <summary>Whether an edit holds.</summary>
public enum EditState
{
    /// <summary>The topics are as the edit says.</summary>
    Holds,

    /// <summary>A later edit changed the same topics again.</summary>
    ChangedAgain,

    /// <summary>The posts lie so differently now that it could not be applied.</summary>
    Conflict,
}
