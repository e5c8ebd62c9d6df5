using System.Text.Json;
using TextSeg.Engine.Disclosure;
using TextSeg.Engine.Storage;
using TextSeg.Mining.Transitions;

namespace TextSeg.Engine.Comparison;

/// <summary>Compares a run that is about to be published with the one before, while both are there.</summary>
internal sealed class RunComparer(Workspace workspace, long before, long after)
{
    private const string TopicsShown = "SELECT Id, Name, Posts FROM Topics WHERE RunId = $1 AND Id IN (SELECT DISTINCT TopicId FROM PostTopics WHERE RunId = $1) ORDER BY Id";
    private const string SegmentsShown = "SELECT Id, Name, Members FROM Segments WHERE RunId = $1 AND Id IN (SELECT SegmentId FROM Memberships WHERE RunId = $1 AND IsOwn = 1) ORDER BY Id";

    private const string SharedPosts =
        """
        SELECT Old.TopicId, New.TopicId, COUNT(*) FROM PostTopics Old JOIN PostTopics New ON New.PostId = Old.PostId AND New.RunId = $2
        WHERE Old.RunId = $1 AND Old.TopicId IS NOT NULL GROUP BY Old.TopicId, New.TopicId ORDER BY 1, 2
        """;

    private const string SharedMembers =
        """
        SELECT Old.SegmentId, New.SegmentId, COUNT(*) FROM Memberships Old LEFT JOIN Memberships New ON New.MemberId = Old.MemberId AND New.RunId = $2 AND New.IsOwn = 1
        WHERE Old.RunId = $1 AND Old.IsOwn = 1 GROUP BY Old.SegmentId, New.SegmentId ORDER BY 1, 2
        """;

    private const string NewMembers =
        """
        SELECT New.SegmentId, COUNT(*) FROM Memberships New WHERE New.RunId = $2 AND New.IsOwn = 1
        AND NOT EXISTS (SELECT 1 FROM Memberships Old WHERE Old.RunId = $1 AND Old.MemberId = New.MemberId AND Old.IsOwn = 1) GROUP BY New.SegmentId ORDER BY 1
        """;

    /// <summary>Compares, and keeps what is found, within the open transaction.</summary>
    public void Write()
    {
        using var insert = workspace.Connection.Prepare("INSERT INTO RunComparisons (RunId, BeforeId, Facts) VALUES ($1, $2, $3) ON CONFLICT (RunId) DO UPDATE SET BeforeId = excluded.BeforeId, Facts = excluded.Facts", 3);
        insert.Bind(after, before, JsonSerializer.Serialize(Compare(), StoredJson.Options)).ExecuteNonQuery();
    }

    private RunComparison Compare()
    {
        var (posts, members) = (Overlaps(SharedPosts), Overlaps(SharedMembers));
        var topics = Compare(TopicsShown, "Topics", posts);
        var segments = Compare(SegmentsShown, "Segments", members);
        var became = segments.Changes.SelectMany(change => change.Before.SelectMany(_ => change.After, (old, now) => (old.Id, now.Id))).ToHashSet();
        var came = workspace.Connection.Query(NewMembers, row => new MemberMove(null, row.GetString(0), row.GetInt32(1), false), before, after).ToList();
        return new RunComparison(after, before, topics, segments, [.. members.Select(flow => new MemberMove(flow.Before, flow.After, flow.Items, flow.After is { } to && became.Contains((flow.Before, to)))), .. came]);
    }

    private GroupComparison Compare(string shown, string table, List<GroupOverlap> overlaps)
    {
        var (old, now) = (Groups(shown, before), Groups(shown, after));
        var (all, allNow) = (old.Values.Sum(group => group.Items), now.Values.Sum(group => group.Items));
        var changes = GroupTransitions.Find(old.Keys, now.Keys, overlaps).Select(transition => new GroupChange(
            Kind(transition, old, all, now, allNow), [.. transition.Before.Select(id => old[id])], [.. transition.After.Select(id => now[id])], transition.Shared));
        return new GroupComparison(all, allNow, [.. changes]) { SizesBefore = Sizes(table, before), SizesAfter = Sizes(table, after) };
    }

    private static string Kind(GroupTransition transition, Dictionary<string, ComparedGroup> old, int all, Dictionary<string, ComparedGroup> now, int allNow)
    {
        if (transition.Kind != TransitionKind.Stayed)
        {
            return transition.Kind.ToString().ToLowerInvariant();
        }

        return ShareChange.Of(old[transition.Before[0]].Items, all, now[transition.After[0]].Items, allNow) switch { > 0 => "grew", < 0 => "shrank", _ => "stayed" };
    }

    private Dictionary<string, ComparedGroup> Groups(string sql, long run) =>
        workspace.Connection.Query(sql, row => new ComparedGroup(row.GetString(0), row.GetString(1), row.GetInt32(2)), run).ToDictionary(group => group.Id, StringComparer.Ordinal);

    private GroupSize[] Sizes(string table, long run) =>
        [.. workspace.Connection.Query($"SELECT Id, ParentId, Members FROM {table} WHERE RunId = $1 ORDER BY Id", row => new GroupSize(row.GetString(0), row.Text(1), row.GetInt32(2)), run)];

    private List<GroupOverlap> Overlaps(string sql) => [.. workspace.Connection.Query(sql, row => new GroupOverlap(row.GetString(0), row.Text(1), row.GetInt32(2)), before, after)];
}
