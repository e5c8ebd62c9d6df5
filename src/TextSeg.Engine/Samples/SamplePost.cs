namespace TextSeg.Engine.Samples;

/// <summary>One invented post as a community's export would hold it, and beside it what was planted in it.</summary>
/// <param name="Id">Unique in the sample; grows with time.</param>
/// <param name="Member">Id of the writer.</param>
/// <param name="Time">UTC; posts come in the order of time.</param>
/// <param name="Kind">forum, review or ticket.</param>
/// <param name="Thread">Forum posts and tickets only.</param>
/// <param name="Title">Of the thread, the review or the ticket.</param>
/// <param name="ReplyTo">Id of an earlier post of the same thread.</param>
/// <param name="Rating">1 to 5 stars; reviews only.</param>
public sealed record SamplePost(
    string Id, string Member, string MemberName, DateTime Time, string Kind, string? Thread, string Title,
    string? ReplyTo, int? Rating, string Text, PostTruth Truth);

/// <summary>What was planted in one post.</summary>
/// <param name="Urgency">low, normal or high.</param>
/// <param name="DuplicateGroup">Shared by a post and its one to five copies; null for a post that nobody copied.</param>
public sealed record PostTruth(
    string Topic, string Mood, string Intent, string Urgency, string Language, string? DuplicateGroup,
    IReadOnlyList<PersonalDataSpan> PersonalData);

/// <summary>Where personal data stands in the text of a post.</summary>
/// <param name="Kind">email, phone, card, iban, ip, address or handle.</param>
/// <param name="Start">First character, in UTF-16 units.</param>
/// <param name="Length">In UTF-16 units.</param>
public readonly record struct PersonalDataSpan(string Kind, int Start, int Length);
