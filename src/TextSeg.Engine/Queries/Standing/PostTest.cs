using TextSeg.Engine.Storage;
using TextSeg.Mining.Profiles;

namespace TextSeg.Engine.Queries.Standing;

/// <summary>A filter as a test of facts; says of every post what <see cref="FilterSql"/> says.</summary>
internal sealed class PostTest
{
    /// <summary>The label of a post whose frustration is high.</summary>
    public const string Frustrated = "frustration:" + ReadingLabels.Frustrated;

    private const int Any = -2;
    private readonly (int Language, int Kind, int Source) _codes;
    private readonly (long After, long Before)? _times;
    private readonly HashSet<long>? _members;
    private readonly HashSet<long>? _segment;
    private readonly bool[]? _topics;
    private readonly bool[]? _labels;
    private readonly bool _isImpossible;

    /// <param name="filter">The filter.</param>
    /// <param name="workspace">Where members, segments and topics are looked up.</param>
    /// <param name="run">The current run.</param>
    /// <param name="codes">How texts are numbered.</param>
    public PostTest(SearchFilter filter, Workspace workspace, long run, FactReader codes)
    {
        _codes = (Code(filter.Language, codes.Languages), Code(filter.Kind?.ToString(), codes.Kinds), Code(filter.Source, codes.Sources));
        _isImpossible = _codes is { Language: TextCodes.None } or { Kind: TextCodes.None } or { Source: TextCodes.None };
        _times = filter.After is null && filter.Before is null
            ? null
            : (filter.After?.ToUnixTimeMilliseconds() ?? long.MinValue + 1, filter.Before?.ToUnixTimeMilliseconds() ?? long.MaxValue);
        _members = filter.Member is null ? null : Numbers("SELECT Id FROM Members WHERE ExternalId = $1 OR CAST(Id AS TEXT) = $1", filter.Member);
        _segment = filter.Segment is null ? null : Numbers("SELECT MemberId FROM Memberships WHERE RunId = $2 AND SegmentId = $1", filter.Segment, run);
        _topics = filter.Topic is null ? null : Under(filter.Topic, workspace, run, codes.Topics);
        _labels = filter.NeedsReadings ? [.. codes.LabelSets.Texts.Select(set => Passes(filter, FactReader.LabelsOf(set)))] : null;
        IsEmpty = filter == new SearchFilter();

        HashSet<long> Numbers(string sql, params object?[] values) => [.. workspace.Connection.Query(sql, row => row.GetInt64(0), values)];
    }

    /// <summary>Whether every post passes.</summary>
    public bool IsEmpty { get; }

    /// <summary>Whether a post passes.</summary>
    public bool Passes(in PostFacts post) =>
        !_isImpossible
        && (_codes.Language == Any || post.Language == _codes.Language)
        && (_codes.Kind == Any || post.Kind == _codes.Kind)
        && (_codes.Source == Any || post.Source == _codes.Source)
        && (_times is not { } times || (post.Time >= times.After && post.Time < times.Before && post.Time != PostFacts.NoTime))
        && (_labels is null || (post.Labels >= 0 && post.Labels < _labels.Length && _labels[post.Labels]))
        && (_topics is null || IsOf(post.Topic) || IsOf(post.Leaf))
        && (_members is null || _members.Contains(post.Member))
        && (_segment is null || _segment.Contains(post.Member));

    private static int Code(string? text, TextCodes codes) => text is null ? Any : codes.Find(text) ?? TextCodes.None;

    private bool IsOf(int topic) => topic >= 0 && topic < _topics!.Length && _topics[topic];

    private static bool[] Under(string topic, Workspace workspace, long run, TextCodes codes)
    {
        var under = workspace.Connection.Query(
            """
            WITH RECURSIVE Under(Id) AS (SELECT Topics.Id FROM Topics WHERE Topics.RunId = $2 AND Topics.Id = $1 UNION SELECT Topics.Id FROM Topics JOIN Under ON Topics.ParentId = Under.Id WHERE Topics.RunId = $2)
            SELECT Id FROM Under
            """,
            row => row.GetString(0), topic, run).ToHashSet(StringComparer.Ordinal);
        return [.. codes.Texts.Select(under.Contains)];
    }

    private static bool Passes(SearchFilter filter, string[] labels) =>
        Has(filter.Intents, "intent:", labels) && Has(filter.Urgencies, "urgency:", labels) && (filter.Moods is null || Array.Exists(labels, label => IsMood(filter.Moods, label)));

    private static bool Has(IReadOnlyList<string>? wanted, string kind, string[] labels) =>
        wanted is null || Array.Exists(labels, label => label.StartsWith(kind, StringComparison.Ordinal) && wanted.Contains(label[kind.Length..]));

    private static bool IsMood(IReadOnlyList<string> moods, string label) => label.Split(':', 2) switch
    {
        ["frustration", _] => moods.Contains(ReadingLabels.Frustrated),
        ["sentiment", var sentiment] => moods.Contains(sentiment),
        ["emotion", "neutral" or ReadingLabels.Unsure] => false,
        ["emotion", var emotion] => moods.Contains(emotion),
        _ => false,
    };
}
