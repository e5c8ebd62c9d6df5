using System.Globalization;
using TextSeg.Engine.Storage.Rows;
using TextSeg.Mining.Topics.Edits;

namespace TextSeg.Engine.Edits;

/// <summary>
/// Makes the edits of segments again, in order. An edit is kept as the members it was about; their segment is the one where more than half of them are,
/// and of whose members, without later ones, they are more than half (as for topics).
/// </summary>
/// <param name="membersOf">The members whose own segment it is, for each segment as it was found.</param>
internal sealed class SegmentReplay(IReadOnlyDictionary<string, long[]> membersOf)
{
    private readonly SortedDictionary<string, HashSet<long>> _members = new(membersOf.ToDictionary(pair => pair.Key, pair => pair.Value.ToHashSet()), StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = [];
    private readonly Dictionary<string, int> _namedBy = [];
    private readonly Dictionary<string, List<string>> _merged = [];
    private readonly List<EditResult> _results = [];

    /// <summary>Names given, by segment.</summary>
    public IReadOnlyDictionary<string, string> Names => _names;

    /// <summary>For each segment that others were merged into, all segments that it consists of now, itself first.</summary>
    public IReadOnlyDictionary<string, List<string>> Merged => _merged;

    /// <summary>What became of each edit.</summary>
    public IReadOnlyList<EditResult> Results => _results;

    /// <summary>Makes one edit.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="parts">The members of each segment it was about.</param>
    public void Apply(StoredEdit edit, IReadOnlyList<long[]> parts)
    {
        var segments = parts.Select(part => Match(part, edit.LastKnown)).ToArray();
        if (Array.IndexOf(segments, null) is var lost and >= 0)
        {
            _results.Add(new EditResult(edit.Id, EditState.Conflict, WhyLost(edit, parts[lost])));
            return;
        }

        if (edit.Verb == nameof(EditVerb.Merge))
        {
            Merge(edit.Id, [.. segments.OfType<string>().Distinct()]);
        }
        else
        {
            Rename(edit, segments[0]!);
        }

        _results.Add(new EditResult(edit.Id, EditState.Holds));
    }

    private void Rename(StoredEdit edit, string segment)
    {
        if (_names.TryGetValue(segment, out var before) && before != edit.Name)
        {
            ChangeAgain(segment, edit.Id);
        }

        (_names[segment], _namedBy[segment]) = (edit.Name!, _results.Count);
    }

    private void Merge(long edit, string[] segments)
    {
        var all = segments.SelectMany(segment => _merged.TryGetValue(segment, out var parts) ? parts : [segment]).ToList();
        foreach (var segment in segments.Skip(1))
        {
            _members[segments[0]].UnionWith(_members[segment]);
            _members.Remove(segment);
            _merged.Remove(segment);
            if (_names.Remove(segment))
            {
                ChangeAgain(segment, edit);
            }
        }

        _merged[segments[0]] = all;
    }

    private void ChangeAgain(string segment, long edit) =>
        _results[_namedBy[segment]] = _results[_namedBy[segment]] with { State = EditState.ChangedAgain, ChangedBy = edit };

    private string? Match(long[] own, long lastKnown) => _members
        .Where(pair => own.Count(pair.Value.Contains) is var shared && 2 * shared > own.Length && 2 * shared > pair.Value.Count(member => member <= lastKnown))
        .Select(pair => pair.Key).FirstOrDefault();

    private string WhyLost(StoredEdit edit, long[] own)
    {
        if (_members.Count == 0)
        {
            return "There are no segments now.";
        }

        var best = _members.MaxBy(pair => own.Count(pair.Value.Contains));
        var who = edit.Name is null ? "The members of a segment that was merged" : $"The members of “{edit.Name}”";
        return string.Create(CultureInfo.InvariantCulture, $"{who} are spread now; most of them, {100.0 * own.Count(best.Value.Contains) / own.Length:0} %, are in {best.Key}.");
    }
}
