using System.Text.Json;
using TextSeg.Engine.Profiles;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Topics;
using TextSeg.Mining.Profiles;

namespace TextSeg.Engine.Queries;

/// <summary>A topic in a list.</summary>
/// <param name="Id">Its id in the current run.</param>
/// <param name="Parent">The coarser topic that holds it.</param>
/// <param name="Level">Level of the tree, 0 the coarsest.</param>
/// <param name="Name">Words for people.</param>
/// <param name="Posts">Posts in it.</param>
/// <param name="Members">Different authors.</param>
/// <param name="Stability">Agreement under resampling, 0 to 1.</param>
/// <param name="KeyPhrases">What tells it from its siblings, the strongest first.</param>
public sealed record TopicSummary(string Id, string? Parent, int Level, string Name, int Posts, int Members, double Stability, IReadOnlyList<string> KeyPhrases);

/// <summary>A topic with its evidence.</summary>
public sealed record TopicCard(
    TopicSummary Topic, TopicFacts Facts, IReadOnlyList<Quote> Quotes, IReadOnlyList<TopicSummary> Children, IReadOnlyList<Share> Languages, IReadOnlyList<Period> Months)
{
    /// <summary>What its posts' authors want and how they feel; null where posts were not read.</summary>
    public ReadingSummary? Readings { get; init; }
}

/// <summary>A post as it is quoted: masked, with its number.</summary>
public sealed record Quote(long Post, string Text, string? Language, DateTimeOffset? Time, long? Member);

/// <summary>A value and how many posts have it.</summary>
public sealed record Share(string Value, int Posts);

/// <summary>A month (2024-05) and its posts.</summary>
public sealed record Period(string Month, int Posts);

/// <summary>What the current run knows of topics.</summary>
public sealed class TopicQueries(Workspace workspace)
{
    private readonly long _run = CurrentRun.RequiredId(workspace);

    /// <summary>All topics, the coarsest level first, within a level the largest first.</summary>
    public IReadOnlyList<TopicSummary> All() => [.. Read("TRUE", [])];

    /// <summary>Topics of the level that is shown first.</summary>
    public IReadOnlyList<TopicSummary> AtReaderLevel() => [.. Read("Level = $2", [CurrentRun.Read(workspace).Facts.ReaderLevel])];

    /// <summary>One topic with its evidence.</summary>
    /// <exception cref="JobException">There is none of this id.</exception>
    public TopicCard Get(string id)
    {
        var topic = Read("Id = $2", [id]).FirstOrDefault()
            ?? throw new JobException($"The current run has no topic {id}: textseg topics lists them.") { IsWrongUse = true, IsMissing = true };
        var sql = new FilterSql(workspace, new SearchFilter { Topic = id }, _run);
        var facts = workspace.Connection.Query(
            "SELECT Facts FROM Topics WHERE RunId = $1 AND Id = $2", row => JsonSerializer.Deserialize<TopicFacts>(row.GetString(0), StoredJson.Options)!, _run, id).Single();
        return new TopicCard(
            topic,
            facts,
            Quotes.Read(workspace, facts.Exemplars),
            [.. Read("ParentId = $2", [id])],
            [.. workspace.Connection.Query($"SELECT COALESCE(Language, 'unknown'), COUNT(*) FROM Posts WHERE {sql.Where} GROUP BY 1 ORDER BY 2 DESC, 1", row => new Share(row.GetString(0), row.GetInt32(1)), sql.Values)],
            [.. workspace.Connection.Query($"SELECT {workspace.Connection.Provider.MonthOf("Time")}, COUNT(*) FROM Posts WHERE Time IS NOT NULL AND {sql.Where} GROUP BY 1 ORDER BY 1", row => new Period(row.GetString(0), row.GetInt32(1)), sql.Values)])
        {
            Readings = AnnotatedPosts.Summary(workspace, ReadingCounts.FewestPosts, sql.Where, sql.Values),
        };
    }

    private IEnumerable<TopicSummary> Read(string where, object?[] values) => workspace.Connection.Query(
        $"SELECT Id, ParentId, Level, Name, Posts, Members, Stability, Facts FROM Topics WHERE RunId = $1 AND {where} ORDER BY Level, Posts DESC, Id",
        row => new TopicSummary(
            row.GetString(0), row.Text(1), row.GetInt32(2), row.GetString(3), row.GetInt32(4), row.GetInt32(5), Math.Round(row.GetDouble(6), 3),
            [.. JsonSerializer.Deserialize<TopicFacts>(row.GetString(7), StoredJson.Options)!.KeyPhrases.Select(phrase => phrase.Text)]),
        [_run, .. values]);
}
