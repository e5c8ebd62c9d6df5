namespace TextSeg.Engine.Vectors;

/// <summary>
/// Which segments to write anew as one. Those of like size are gathered by eights, so that a store of n vectors has some log n segments
/// and each vector is copied log n times at most (the tiers of a log-structured merge tree, O'Neil et al. 1996); those with many deleted rows lose them.
/// </summary>
internal static class SegmentMerge
{
    private const int Fanout = 8;

    /// <summary>The least tier: segments smaller than this are alike.</summary>
    private const int SmallSegment = 2048;

    /// <summary>Segments of this many rows are merged no further, to bound the work of one merge.</summary>
    private const int LargeSegment = 131_072;

    /// <summary>A segment is written anew when more than this share of it is deleted.</summary>
    private const double DeletedShare = 0.25;

    /// <summary>The segments to merge next; empty when all is well.</summary>
    public static IReadOnlyList<SegmentEntry> Next(StoreManifest manifest)
    {
        var wasteful = manifest.Segments.FirstOrDefault(segment => segment.Deleted.Count > DeletedShare * segment.Count);
        if (wasteful is not null)
        {
            return [wasteful];
        }

        var crowded = manifest.Segments.Where(segment => segment.Live < LargeSegment)
            .GroupBy(TierOf).OrderBy(tier => tier.Key).FirstOrDefault(tier => tier.Count() >= Fanout);
        return crowded is null ? [] : [.. crowded.Take(Fanout)];
    }

    private static int TierOf(SegmentEntry segment) => (int)Math.Log(Math.Max(1.0, (double)segment.Live / SmallSegment), Fanout);
}
