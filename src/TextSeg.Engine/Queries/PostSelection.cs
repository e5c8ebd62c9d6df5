using TextSeg.Engine.Vectors;

namespace TextSeg.Engine.Queries;

/// <summary>The posts that pass a filter: chosen by the database for one question, or out of what is kept in memory between questions.</summary>
internal abstract class PostSelection
{
    /// <summary>How many have words.</summary>
    public abstract int Count { get; }

    /// <summary>Which these are; null for all.</summary>
    public abstract IdFilter? Ids { get; }

    /// <summary>Those that hold words of a question, the best first.</summary>
    /// <param name="match">The words, as <see cref="SearchWords"/> joins them.</param>
    /// <param name="limit">Most of them.</param>
    public abstract long[] FindWords(string match, int limit);

    /// <summary>Different authors of some posts, and their topics, most posts first.</summary>
    public abstract (int Members, IReadOnlyList<SearchTopic> Topics) Summarise(IReadOnlyCollection<long> posts);
}
