namespace TextSeg.Engine.Samples;

/// <summary>What was planted in the community as a whole: known before the first post is written.</summary>
public sealed record SampleTruth(
    IReadOnlyList<PlantedSegment> Segments, IReadOnlyList<PlantedTopic> Topics, PlantedRise Rise, IReadOnlyList<SampleMember> Members);

/// <summary>A group of members who write about the same mix of things, for the same reasons, in the same way.</summary>
/// <param name="Share">Part of all members, 0 to 1, as planted.</param>
public sealed record PlantedSegment(string Id, string Description, double Share, int Members);

public sealed record PlantedTopic(string Id, string Description);

/// <summary>A topic that frustrates members more and more from one date to another.</summary>
/// <param name="ShareBefore">Expected share of frustrated posts in the topic before <paramref name="From"/>, 0 to 1.</param>
/// <param name="ShareAtEnd">Expected share on the last day, 0 to 1.</param>
public sealed record PlantedRise(string Topic, string Mood, DateTime From, DateTime Until, double ShareBefore, double ShareAtEnd);

/// <param name="Language">The one the member writes most in; some also write in the community's first language.</param>
/// <param name="Posts">How many posts the member writes.</param>
/// <param name="Quiet">True for a member with one or two short posts.</param>
public sealed record SampleMember(string Id, string Name, string Segment, string Language, int Posts, bool Quiet);
