using TextSeg.Mining.Topics.Edits;

namespace TextSeg.Engine.Edits;

/// <summary>What an edit, or taking one back, changes in the current run.</summary>
/// <param name="Number">The edit's number.</param>
/// <param name="Summary">What it does, with the ids of the run.</param>
/// <param name="Posts">Posts that lie in another topic than before, at the level that is read first.</param>
/// <param name="Members">Different authors of these, or members who belong to another segment than before.</param>
/// <param name="Names">Names of topics and segments that changed.</param>
/// <param name="Made">Topics of the level that is read first, and segments, that are there now and were not.</param>
/// <param name="Ended">Those that were there and are no more.</param>
/// <param name="Troubles">Other edits that held before and do not now, with the reason.</param>
public sealed record EditOutcome(
    long Number, string Summary, int Posts, int Members, IReadOnlyList<NameChange> Names, IReadOnlyList<string> Made, IReadOnlyList<string> Ended, IReadOnlyList<string> Troubles);

/// <summary>A name before and after an edit.</summary>
public sealed record NameChange(string Id, string Before, string After);

/// <summary>An edit in a list.</summary>
/// <param name="Number">Its number.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Summary">What it said then.</param>
/// <param name="State">Whether it holds in the current run.</param>
/// <param name="Why">Why it does not hold; null where it does.</param>
public sealed record EditEntry(long Number, DateTimeOffset MadeAt, string Summary, EditState State, string? Why);
