namespace TextSeg.Engine.Queries;

/// <summary>What a search found.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Searched">Posts that pass the filter.</param>
/// <param name="Posts">Posts more likely relevant than not (relevance of 0.5 or more).</param>
/// <param name="Members">Different authors of these; null where they are too few to be told.</param>
/// <param name="ExpectedRelevant">Estimated number of relevant posts: the sum of all relevances.</param>
/// <param name="Legs">Hits of each way of searching; a way that gave none is said with 0.</param>
/// <param name="Hits">The best hits, best first.</param>
/// <param name="Topics">Topics of the relevant posts, most posts first.</param>
public sealed record SearchAnswer(
    string Question, int Searched, int Posts, int? Members, double ExpectedRelevant, SearchLegs Legs, IReadOnlyList<SearchHit> Hits, IReadOnlyList<SearchTopic> Topics);

/// <summary>Hits by way of searching.</summary>
/// <param name="Meaning">Posts near in meaning (dense vectors), above the background.</param>
/// <param name="Words">Posts that hold words of the question (full text).</param>
public sealed record SearchLegs(int Meaning, int Words);

/// <summary>A post that was found.</summary>
/// <param name="Post">Its number.</param>
/// <param name="Source">Name of its source.</param>
/// <param name="Id">Its id in the source.</param>
/// <param name="Relevance">Estimated probability that it answers the question and is no background, 0 to 1; 0 for posts that only hold its words.</param>
/// <param name="FoundBy">"meaning", "words" or both.</param>
/// <param name="Text">The author's words, masked.</param>
/// <param name="Language">ISO 639-1 code or "unknown".</param>
/// <param name="Member">Number of its author; null where it tells none or may not be shown.</param>
/// <param name="Time">When it was written.</param>
/// <param name="Topic">Id of its topic.</param>
public sealed record SearchHit(
    long Post, string Source, string Id, double Relevance, IReadOnlyList<string> FoundBy, string Text, string? Language, long? Member, DateTimeOffset? Time, string? Topic)
{
    /// <summary>What was read in it, as filters spell it: sentiment, "frustrated", emotions, intent, urgency; what is neutral, normal or not sure is left out.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];
}

/// <summary>A topic with relevant posts.</summary>
public sealed record SearchTopic(string Id, string Name, int Posts);
