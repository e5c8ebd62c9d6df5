using System.Globalization;
using TextSeg.Engine.Segments;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Storage.Rows;
using TextSeg.Mining.Topics.Edits;

namespace TextSeg.Engine.Edits;

/// <summary>
/// Brings the segment cards of a run in line with the edits: names given to segments, and the topics that the cards tell of.
/// Who belongs to which segment stays as it was found until the next run. The caller holds the transaction.
/// </summary>
internal sealed class SegmentEditing(Workspace workspace, long run)
{
    /// <summary>Applies all edits to the cards as mining wrote them.</summary>
    public void Apply()
    {
        var (cards, store) = (new FoundSegments(workspace, run), new EditStore(workspace));
        var edits = store.All();
        cards.Keep();
        var kept = cards.Kept();
        if (edits.Count == 0)
        {
            foreach (var segment in kept)
            {
                cards.Write(segment with { Facts = segment.Facts with { NamedTopics = [] } });
            }

            cards.Forget();
            return;
        }

        var (names, results) = Names(edits.Where(edit => edit.IsOfSegment), kept, store);
        store.WriteResults(run, results);
        var update = new SegmentCardUpdate(cards.CurrentTopics(), TopicShares(), names);
        foreach (var segment in kept)
        {
            cards.Write(update.Of(segment));
        }
    }

    /// <summary>The members whose own segment it is.</summary>
    public long[] MembersOf(string segment) => [.. workspace.Connection.Query(
        "SELECT MemberId FROM Memberships WHERE RunId = $1 AND SegmentId = $2 AND IsOwn = 1 ORDER BY MemberId", row => row.GetInt64(0), run, segment)];

    /// <summary>A segment has survived where more than half of its members are in it, and more than half of those it has and had were its own (as for topics).</summary>
    private (Dictionary<string, string> Names, List<EditResult> Results) Names(IEnumerable<StoredEdit> edits, IReadOnlyList<SegmentRow> segments, EditStore store)
    {
        var members = segments.ToDictionary(segment => segment.Id, segment => MembersOf(segment.Id));
        var (names, by, results) = (new Dictionary<string, string>(), new Dictionary<string, int>(), new List<EditResult>());
        foreach (var edit in edits)
        {
            var own = store.PartsOf(edit.Id).SelectMany(part => part).ToHashSet();
            var match = members.Where(pair => pair.Value.Count(own.Contains) is var shared && 2 * shared > own.Count && 2 * shared > pair.Value.Count(member => member <= edit.LastKnown)).Select(pair => pair.Key).FirstOrDefault();
            if (match is null)
            {
                var best = members.OrderByDescending(pair => pair.Value.Count(own.Contains)).ThenBy(pair => pair.Key, StringComparer.Ordinal).FirstOrDefault();
                results.Add(new EditResult(edit.Id, EditState.Conflict, best.Key is null
                    ? "There are no segments now."
                    : string.Create(CultureInfo.InvariantCulture, $"The members of “{edit.Name}” are spread now; most of them, {100.0 * best.Value.Count(own.Contains) / own.Count:0} %, are in {best.Key}.")));
                continue;
            }

            if (by.TryGetValue(match, out var earlier) && names[match] != edit.Name)
            {
                results[earlier] = results[earlier] with { State = EditState.ChangedAgain, ChangedBy = edit.Id };
            }

            (names[match], by[match]) = (edit.Name!, results.Count);
            results.Add(new EditResult(edit.Id, EditState.Holds));
        }

        return (names, results);
    }

    /// <summary>The topics of the posts of each segment's members, most posts first; shares of all their posts.</summary>
    private ILookup<string, NamedShare> TopicShares()
    {
        var counts = workspace.Connection.Query(
            """
            SELECT Own.SegmentId, Topics.Id, Topics.Name, COUNT(*)
            FROM PostTopics JOIN Posts ON Posts.Id = PostTopics.PostId JOIN Memberships AS Own ON Own.MemberId = Posts.MemberId AND Own.RunId = $1 AND Own.IsOwn = 1
                LEFT JOIN Topics ON Topics.RunId = $1 AND Topics.Id = PostTopics.TopicId
            WHERE PostTopics.RunId = $1 GROUP BY Own.SegmentId, Topics.Id ORDER BY COUNT(*) DESC, Topics.Id
            """,
            row => (Segment: row.GetString(0), Topic: row.Text(2), Posts: row.GetInt32(3)),
            run).ToList();
        var all = counts.GroupBy(count => count.Segment).ToDictionary(segment => segment.Key, segment => segment.Sum(count => count.Posts));
        return counts.Where(count => count.Topic is not null).ToLookup(count => count.Segment, count => new NamedShare(count.Topic!, Math.Round(count.Posts / (double)all[count.Segment], 4)));
    }
}
