using System.Globalization;
using TextSeg.Engine.Sources;

namespace TextSeg.Engine.Queries;

/// <summary>Which posts a search may find. All that is given must hold.</summary>
public sealed record SearchFilter
{
    private const string Names = "language, kind, source, after, before, segment, member, topic, mood, intent, urgency";

    /// <summary>ISO 639-1 code, or "unknown".</summary>
    public string? Language { get; init; }

    public PostKind? Kind { get; init; }

    /// <summary>Name of a source.</summary>
    public string? Source { get; init; }

    /// <summary>Written at or after this.</summary>
    public DateTimeOffset? After { get; init; }

    /// <summary>Written before this.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Id of a segment of the current run.</summary>
    public string? Segment { get; init; }

    /// <summary>Number of a member, or the member's id in the source.</summary>
    public string? Member { get; init; }

    /// <summary>Id of a topic of the current run; topics below it count too.</summary>
    public string? Topic { get; init; }

    /// <summary>Sentiments, emotions or "frustrated", one of which was read in the post; null for any.</summary>
    public IReadOnlyList<string>? Moods { get; init; }

    /// <summary>Intents, one of which was read in the post; null for any.</summary>
    public IReadOnlyList<string>? Intents { get; init; }

    /// <summary>Urgencies, one of which was read in the post; null for any.</summary>
    public IReadOnlyList<string>? Urgencies { get; init; }

    /// <summary>Whether it asks for what a classifier reads.</summary>
    public bool NeedsReadings => Moods is not null || Intents is not null || Urgencies is not null;

    /// <summary>Reads the form of the command line: <c>language=de,after=2022-01-01,mood=anger|frustrated</c>.</summary>
    /// <exception cref="JobException">Says every fault.</exception>
    public static SearchFilter Parse(string? text)
    {
        var filter = new SearchFilter();
        List<string> faults = [];
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var pair = part.Split('=', 2, StringSplitOptions.TrimEntries);
            filter = With(filter, pair[0].ToLowerInvariant(), pair.Length == 2 ? pair[1] : "", faults);
        }

        return faults.Count == 0 ? filter : throw new JobException(string.Join(" ", faults)) { IsWrongUse = true };
    }

    private static SearchFilter With(SearchFilter filter, string name, string value, List<string> faults)
    {
        switch (name)
        {
            case not "" when value.Length == 0:
                faults.Add($"The filter {name} has no value: write {name}=VALUE.");
                return filter;
            case "language":
                return filter with { Language = value.ToLowerInvariant() };
            case "kind" when Enum.TryParse<PostKind>(value, ignoreCase: true, out var kind):
                return filter with { Kind = kind };
            case "source":
                return filter with { Source = value };
            case "after" when TryDate(value, out var after):
                return filter with { After = after };
            case "before" when TryDate(value, out var before):
                return filter with { Before = before };
            case "segment":
                return filter with { Segment = value };
            case "member":
                return filter with { Member = value };
            case "topic":
                return filter with { Topic = value };
            case "mood":
                return filter with { Moods = ReadingValues.Parse(name, value, faults) };
            case "intent":
                return filter with { Intents = ReadingValues.Parse(name, value, faults) };
            case "urgency":
                return filter with { Urgencies = ReadingValues.Parse(name, value, faults) };
            default:
                faults.Add(Names.Split(", ").Contains(name)
                    ? $"'{value}' is no {name}{(name == "kind" ? ": use forum, review, ticket, chat or survey" : ": write it as 2022-01-31")}."
                    : $"There is no filter {name}; there are {Names}.");
                return filter;
        }
    }

    private static bool TryDate(string value, out DateTimeOffset date) =>
        DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date);
}
