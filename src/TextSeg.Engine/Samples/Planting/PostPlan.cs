namespace TextSeg.Engine.Samples.Planting;

/// <summary>What a post is to say, decided before a word of it is written.</summary>
internal sealed record PostPlan(
    Member Member, DateTime Time, string Kind, string Topic, string Intent, string Mood, string Urgency, string Language,
    OpenThread? Answers, int? Rating, int Words);
