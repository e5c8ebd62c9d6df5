using TextSeg.Engine.Disclosure;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;
using TextSeg.Mining.Segments;

namespace TextSeg.Engine.Behaviour;

/// <summary>What a segment's members did of one kind, beside all others who are in a segment.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Share">Share of the members who did it, 0 to 1.</param>
/// <param name="ShareElsewhere">Share of the others.</param>
/// <param name="Lift">The one over the other; null where none of the others did it.</param>
/// <param name="IsShareBeyondChance">Whether the shares differ beyond chance (false discovery rate 0.01 over all segments and kinds).</param>
/// <param name="PerMember">How often a member did it, on average.</param>
/// <param name="PerMemberElsewhere">The same of the others.</param>
/// <param name="ValuePerMember">What it was worth for each member, on average, in the workspace's own unit; null where the kind has no worth.</param>
/// <param name="ValuePerMemberElsewhere">The same of the others.</param>
/// <param name="IsValueBeyondChance">Whether members of the segment tend to another worth beyond chance (Mann–Whitney, false discovery rate 0.01); null where the kind has no worth.</param>
public sealed record BehaviourFigure(
    string Kind, double Share, double ShareElsewhere, double? Lift, bool IsShareBeyondChance, double PerMember, double PerMemberElsewhere,
    double? ValuePerMember, double? ValuePerMemberElsewhere, bool? IsValueBeyondChance);

/// <summary>What members of the segments did: whether a segment is worth anything. A figure that would tell of fewer members than the minimum, inside or outside, is left out.</summary>
public sealed class SegmentBehaviour
{
    private const int MostKinds = 20;
    private readonly string[] _segments;
    private readonly string[] _kinds;
    private readonly bool[] _hasWorth;
    private readonly BehaviourDifference[][] _counts = [];
    private readonly BehaviourDifference[][] _values = [];
    private readonly int _minimum;

    /// <param name="workspace">The workspace.</param>
    /// <param name="minimum">Members whom a figure must be about to be shown.</param>
    public SegmentBehaviour(Workspace workspace, int minimum)
    {
        _minimum = minimum;
        var run = CurrentRun.RequiredId(workspace);
        _kinds = [.. workspace.Connection.Query($"SELECT Kind FROM MemberEvents GROUP BY Kind ORDER BY COUNT(*) DESC, Kind LIMIT {MostKinds}", row => row.GetString(0))];
        var members = workspace.Connection.Query("SELECT MemberId, SegmentId FROM Memberships WHERE RunId = $1 AND IsOwn = 1 ORDER BY MemberId", row => (Member: row.GetInt64(0), Segment: row.GetString(1)), run).ToArray();
        _segments = [.. members.Select(member => member.Segment).Distinct().Order(StringComparer.Ordinal)];
        _hasWorth = new bool[_kinds.Length];
        if (_kinds.Length == 0)
        {
            return;
        }

        var (counts, values) = Read(workspace, [.. members.Select(member => member.Member)]);
        var segmentOf = Array.ConvertAll(members, member => Array.BinarySearch(_segments, member.Segment, StringComparer.Ordinal));
        (_counts, _values) = (BehaviourDifferences.Of(segmentOf, _segments.Length, counts), BehaviourDifferences.Of(segmentOf, _segments.Length, values));
    }

    /// <summary>What members of a segment did, by kind; none where nothing is known, or too little to be shown.</summary>
    public IReadOnlyList<BehaviourFigure> Of(string segment)
    {
        var index = Array.BinarySearch(_segments, segment, StringComparer.Ordinal);
        return index < 0 || _counts.Length == 0 ? [] : [.. Enumerable.Range(0, _kinds.Length).Where(kind => IsShown(index, kind)).Select(kind => Figure(kind, _counts[index][kind], _values[index][kind]))];
    }

    // What nobody of any segment did is no figure. Neither who did it nor who did not may be so few that a figure is about somebody.
    private bool IsShown(int segment, int kind)
    {
        var (own, others) = (_counts[segment][kind], _counts.Where((_, other) => other != segment).Sum(figures => figures[kind].Doers));
        return own.Members >= _minimum && own.Doers + others > 0 && (own.Doers == 0 || own.Doers >= _minimum) && (own.Doers == own.Members || own.Members - own.Doers >= _minimum) && (others == 0 || others >= _minimum);
    }

    private BehaviourFigure Figure(int kind, BehaviourDifference counts, BehaviourDifference values) => new(
        _kinds[kind], Math.Round(counts.Share, 4), Math.Round(counts.ShareElsewhere, 4), counts.Lift is { } lift ? Math.Round(lift, 3) : null, counts.ShareQValue < SegmentDifference.Level,
        Math.Round(counts.Mean, 3), Math.Round(counts.MeanElsewhere, 3), _hasWorth[kind] ? Math.Round(values.Mean, 2) : null, _hasWorth[kind] ? Math.Round(values.MeanElsewhere, 2) : null,
        _hasWorth[kind] ? values.EffectQValue < SegmentDifference.Level : null);

    private (double[][] Counts, double[][] Values) Read(Workspace workspace, long[] members)
    {
        var (counts, values) = (_kinds.Select(_ => new double[members.Length]).ToArray(), _kinds.Select(_ => new double[members.Length]).ToArray());
        foreach (var (member, kind, count, value) in workspace.Connection.Query(
            "SELECT MemberId, Kind, COUNT(*), SUM(Value) FROM MemberEvents GROUP BY MemberId, Kind ORDER BY MemberId, Kind", row => (row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.IsDBNull(3) ? (double?)null : row.GetDouble(3))))
        {
            if (Array.BinarySearch(members, member) is >= 0 and var place && Array.IndexOf(_kinds, kind) is >= 0 and var index)
            {
                (counts[index][place], values[index][place]) = (count, value ?? 0);
                _hasWorth[index] |= value is not null;
            }
        }

        return (counts, values);
    }
}
