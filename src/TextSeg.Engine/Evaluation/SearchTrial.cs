using System.Globalization;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Evaluation;

/// <summary>Questions and filters made of what a workspace holds, the same each time: posts are drawn by the hash of their content.</summary>
internal sealed class SearchTrial
{
    private const int Drawn = 500;
    private const int WordsOfQuestion = 8;
    private static readonly string[][] Moods = [["negative"], ["frustrated", "anger"], ["positive", "joy", "gratitude"], ["mixed"], ["neutral"]];
    private static readonly string[] Intents = ["ask-for-help", "report-problem", "praise", "complain", "unsure"];
    private readonly Post[] _posts;
    private readonly string[] _topics;
    private readonly string[] _segments;

    public SearchTrial(Workspace view)
    {
        var run = CurrentRun.RequiredId(view);
        _posts = [.. view.Connection.Query(
            "SELECT Prose, Language, Source, Time, MemberId, Kind FROM Posts WHERE Prose <> '' ORDER BY ContentHash, Source, ExternalId LIMIT $1",
            row => new Post(row.GetString(0), row.Text(1), row.GetString(2), row.Number(3), row.Number(4), row.GetString(5)), Drawn)];
        _topics = [.. view.Connection.Query("SELECT Id FROM Topics WHERE RunId = $1 ORDER BY Id", row => row.GetString(0), run)];
        _segments = [.. view.Connection.Query("SELECT Id FROM Segments WHERE RunId = $1 ORDER BY Id", row => row.GetString(0), run)];
    }

    /// <summary>How many kinds of filters there are.</summary>
    public int Kinds => All.Length;

    private (string Kind, Func<int, SearchFilter> Make)[] All =>
    [
        ("none", _ => new SearchFilter()),
        ("language", i => new SearchFilter { Language = Of(i).Language ?? "en" }),
        ("mood", i => new SearchFilter { Moods = Moods[i % Moods.Length] }),
        ("intent", i => new SearchFilter { Intents = [Intents[i % Intents.Length]] }),
        ("topic", i => new SearchFilter { Topic = _topics[i % _topics.Length] }),
        ("segment", i => new SearchFilter { Segment = _segments.Length == 0 ? "s1" : _segments[i % _segments.Length] }),
        ("time", i => new SearchFilter { After = Time(i), Before = Time(i)?.AddDays(30 * (1 + (i % 12))) }),
        ("source", i => new SearchFilter { Source = Of(i).Source }),
        ("member", i => new SearchFilter { Member = (Of(i).Member ?? 1).ToString(CultureInfo.InvariantCulture) }),
        ("several", i => new SearchFilter { Language = Of(i).Language, Moods = Moods[i % Moods.Length], After = Time(i), Topic = i % 2 == 0 ? _topics[i % _topics.Length] : null }),
    ];

    /// <summary>A question: the first words of a post.</summary>
    public string Question(int number) => string.Join(' ', _posts[(number * 7) % _posts.Length].Prose.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(WordsOfQuestion));

    /// <summary>Filters of each kind.</summary>
    public IEnumerable<(string Kind, IReadOnlyList<SearchFilter> Filters)> Filters(int each) => All.Select(kind => (kind.Kind, (IReadOnlyList<SearchFilter>)[.. Enumerable.Range(0, each).Select(kind.Make)]));

    private Post Of(int number) => _posts[(number * 13) % _posts.Length];

    private DateTimeOffset? Time(int number) => Of(number).Time is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null;

    private sealed record Post(string Prose, string? Language, string Source, long? Time, long? Member, string Kind);
}
