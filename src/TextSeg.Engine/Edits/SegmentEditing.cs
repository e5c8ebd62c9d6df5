using TextSeg.Engine.Segments;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Edits;

/// <summary>
/// Brings the segments of a run in line with the edits: segments that were merged, names given, and the topics that the cards tell of.
/// Else who belongs to which segment stays as it was found until the next run. The caller holds the transaction.
/// </summary>
internal sealed class SegmentEditing(Workspace workspace, long run)
{
    /// <summary>Applies all edits to the cards as mining wrote them.</summary>
    public void Apply()
    {
        var (cards, store) = (new FoundSegments(workspace, run), new EditStore(workspace));
        var edits = store.All();
        cards.Keep();
        cards.Restore();
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

        var replay = new SegmentReplay(kept.ToDictionary(segment => segment.Id, segment => MembersOf(segment.Id)));
        foreach (var edit in edits.Where(edit => edit.IsOfSegment))
        {
            replay.Apply(edit, store.PartsOf(edit.Id));
        }

        store.WriteResults(run, replay.Results);
        WriteCards(cards, kept, replay);
    }

    /// <summary>The members whose own segment it is.</summary>
    public long[] MembersOf(string segment) => [.. workspace.Connection.Query(
        "SELECT MemberId FROM Memberships WHERE RunId = $1 AND SegmentId = $2 AND IsOwn = 1 ORDER BY MemberId", row => row.GetInt64(0), run, segment)];

    private void WriteCards(FoundSegments cards, IReadOnlyList<SegmentRow> kept, SegmentReplay replay)
    {
        var into = replay.Merged.SelectMany(pair => pair.Value.Select(part => (Part: part, Whole: pair.Key))).ToDictionary(pair => pair.Part, pair => pair.Whole);
        foreach (var (part, whole) in into.Where(pair => pair.Key != pair.Value))
        {
            cards.Move(part, whole);
        }

        var byId = kept.ToDictionary(segment => segment.Id);
        var update = new SegmentCardUpdate(cards.CurrentTopics(), TopicShares(), replay.Names, into, kept.ToDictionary(segment => segment.Id, segment => segment.Name));
        foreach (var segment in kept.Where(segment => into.GetValueOrDefault(segment.Id, segment.Id) == segment.Id))
        {
            cards.Write(update.Of(replay.Merged.TryGetValue(segment.Id, out var parts) ? MergedCard.Of([.. parts.Select(part => byId[part])]) : segment));
        }
    }

    /// <summary>The topics of the posts of each segment's members, most posts first; shares of all their posts.</summary>
    private ILookup<string, NamedShare> TopicShares()
    {
        var counts = workspace.Connection.Query(
            """
            SELECT Own.SegmentId, Topics.Id, Topics.Name, COUNT(*)
            FROM PostTopics JOIN Posts ON Posts.Id = PostTopics.PostId JOIN Memberships AS Own ON Own.MemberId = Posts.MemberId AND Own.RunId = $1 AND Own.IsOwn = 1
                LEFT JOIN Topics ON Topics.RunId = $1 AND Topics.Id = PostTopics.TopicId
            WHERE PostTopics.RunId = $1 GROUP BY Own.SegmentId, Topics.Id, Topics.Name ORDER BY COUNT(*) DESC, Topics.Id
            """,
            row => (Segment: row.GetString(0), Topic: row.Text(2), Posts: row.GetInt32(3)),
            run).ToList();
        var all = counts.GroupBy(count => count.Segment).ToDictionary(segment => segment.Key, segment => segment.Sum(count => count.Posts));
        return counts.Where(count => count.Topic is not null).ToLookup(count => count.Segment, count => new NamedShare(count.Topic!, Math.Round(count.Posts / (double)all[count.Segment], 4)));
    }
}
