namespace TextSeg.Engine.Topics.Seeds;

/// <summary>A topic that a person describes.</summary>
/// <param name="Name">Its name, 1 to 80 characters.</param>
/// <param name="Phrases">A few phrases that posts on it might hold, at least one; three do well.</param>
public sealed record SeedEntry(string Name, IReadOnlyList<string> Phrases);
