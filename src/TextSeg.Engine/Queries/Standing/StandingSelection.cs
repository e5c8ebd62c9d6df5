using TextSeg.Engine.Storage;
using TextSeg.Engine.Vectors;

namespace TextSeg.Engine.Queries.Standing;

/// <summary>Posts chosen out of what is kept in memory.</summary>
internal sealed class StandingSelection(StandingPosts posts, Workspace workspace, long run, int count, long[]? risingIds) : PostSelection
{
    public override int Count => count;

    public override IdFilter? Ids { get; } = risingIds is null ? null : IdFilter.OfRising(risingIds);

    public override long[] FindWords(string match, int limit)
    {
        var chosen = risingIds is null ? null : new PostBits(risingIds);
        return workspace.Connection.Provider.Words.FindAmong(workspace.Connection, match, chosen is null ? null : chosen.Contains, limit);
    }

    public override (int Members, IReadOnlyList<SearchTopic> Topics) Summarise(IReadOnlyCollection<long> found)
    {
        var (members, topics) = posts.Summarise(found);
        var names = workspace.Connection.Query(
            $"SELECT Id, Name FROM Topics WHERE RunId = $2 AND Id IN ({workspace.Connection.Provider.TextsIn("$1")})", row => (row.GetString(0), row.GetString(1)),
            System.Text.Json.JsonSerializer.Serialize(topics.Select(topic => topic.Topic)), run).ToDictionary();
        return (members, [.. topics.Where(topic => names.ContainsKey(topic.Topic)).OrderByDescending(topic => topic.Posts).ThenBy(topic => topic.Topic, StringComparer.Ordinal)
            .Select(topic => new SearchTopic(topic.Topic, names[topic.Topic], topic.Posts))]);
    }
}
