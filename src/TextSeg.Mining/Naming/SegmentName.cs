namespace TextSeg.Mining.Naming;

/// <summary>What a segment is called.</summary>
/// <param name="Name">Who they are and what they do, three to nine words.</param>
/// <param name="Description">Three sentences: who, what they write about, how they differ, with figures.</param>
/// <param name="Phrases">The members' phrases that the name is made of: quotes are chosen to show them.</param>
public sealed record SegmentName(string Name, string Description, IReadOnlyList<string> Phrases);
