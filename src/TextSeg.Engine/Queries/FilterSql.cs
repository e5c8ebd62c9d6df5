using System.Globalization;
using System.Text.Json;
using TextSeg.Engine.Storage;
using TextSeg.Mining.Profiles;

namespace TextSeg.Engine.Queries;

/// <summary>A filter as conditions on the table Posts, with the values of its parameters.</summary>
internal sealed class FilterSql
{
    /// <summary>The condition that every post meets.</summary>
    public const string Every = "TRUE";

    // By the table's key, so that each post is one look-up however many were annotated.
    private const string HasLabel = "EXISTS (SELECT 1 FROM Annotations AS a WHERE a.PostId = Posts.Id AND a.Kind = '{1}' AND a.Label IN ({list}))";

    private static readonly string HasMood = string.Create(CultureInfo.InvariantCulture, $$"""
        EXISTS (SELECT 1 FROM Annotations AS a WHERE a.PostId = Posts.Id AND (
            (a.Kind = 'sentiment' AND a.Label IN ({list}))
            OR (a.Kind = 'emotion' AND a.Label NOT IN ('neutral', '{{ReadingLabels.Unsure}}') AND a.Label IN ({list}))
            OR (a.Kind = 'frustration' AND a.Confidence >= {{PostReading.FrustratedFrom}} AND '{{ReadingLabels.Frustrated}}' IN ({list}))))
        """);

    private readonly List<string> _conditions = [];
    private readonly List<object?> _values;
    private readonly DatabaseProvider _provider;

    /// <param name="workspace">Where the posts stand.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="run">The current run.</param>
    /// <param name="before">Values of parameters that the statement has before the filter's.</param>
    public FilterSql(Workspace workspace, SearchFilter filter, long run, params IEnumerable<object?> before)
    {
        (_values, _provider) = ([.. before], workspace.Connection.Provider);
        Add(filter.Language, "Posts.Language = {0}");
        Add(filter.Kind?.ToString(), "Posts.Kind = {0}");
        Add(filter.Source, "Posts.Source = {0}");
        Add(filter.After?.ToUnixTimeMilliseconds(), "Posts.Time >= {0}");
        Add(filter.Before?.ToUnixTimeMilliseconds(), "Posts.Time < {0}");
        Add(filter.Member, "Posts.MemberId IN (SELECT Id FROM Members WHERE ExternalId = {0} OR CAST(Id AS TEXT) = {0})");
        Add(filter.Segment, $"Posts.MemberId IN (SELECT MemberId FROM Memberships WHERE RunId = {Text(run)} AND SegmentId = {{0}})");
        Add(List(filter.Moods), HasMood);
        Add(List(filter.Intents), HasLabel.Replace("{1}", "intent", StringComparison.Ordinal));
        Add(List(filter.Urgencies), HasLabel.Replace("{1}", "urgency", StringComparison.Ordinal));
        Add(
            filter.Topic,
            $$"""
            Posts.Id IN (
                WITH RECURSIVE Under(Id) AS (SELECT Topics.Id FROM Topics WHERE Topics.RunId = {{Text(run)}} AND Topics.Id = {0} UNION SELECT Topics.Id FROM Topics JOIN Under ON Topics.ParentId = Under.Id WHERE Topics.RunId = {{Text(run)}})
                SELECT PostId FROM PostTopics WHERE RunId = {{Text(run)}} AND (TopicId IN (SELECT Id FROM Under) OR LeafId IN (SELECT Id FROM Under)))
            """);
    }

    /// <summary>Whether every post passes.</summary>
    public bool IsEmpty => _conditions.Count == 0;

    /// <summary>The conditions, joined; true when there are none.</summary>
    public string Where => IsEmpty ? Every : string.Join(" AND ", _conditions);

    /// <summary>Values of all parameters, in order.</summary>
    public object?[] Values => [.. _values];

    private static string? List(IReadOnlyList<string>? values) => values is null ? null : JsonSerializer.Serialize(values);

    private void Add(object? value, string condition)
    {
        if (value is not null)
        {
            _values.Add(value);
            var parameter = "$" + Text(_values.Count);
            _conditions.Add(condition.Replace("{0}", parameter, StringComparison.Ordinal).Replace("{list}", _provider.TextsIn(parameter), StringComparison.Ordinal));
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
