namespace TextSeg.Engine.Vectors;

/// <summary>Finds where ids lie among the open segments; each is live in one at most.</summary>
internal static class RowPlaces
{
    /// <summary>The segment and row of an id; row −1 if it is not there.</summary>
    public static (Segment? Segment, int Row) Find(IReadOnlyList<(SegmentEntry Entry, Segment Segment)> segments, long id)
    {
        foreach (var (entry, segment) in segments)
        {
            var row = segment.Ids.BinarySearch(id);
            if (row >= 0 && !entry.Deleted[row])
            {
                return (segment, row);
            }
        }

        return (null, -1);
    }

    /// <summary>Rows of one segment that hold any of the ids and are not deleted yet.</summary>
    public static IReadOnlyCollection<int> LiveRows(SegmentEntry entry, Segment segment, IdFilter ids) =>
        [.. ids.PlacesIn(segment.Ids).Where(row => !entry.Deleted[row])];
}
