namespace TextSeg.Mining.Segments;

/// <summary>How well one planted segment was found.</summary>
/// <param name="Planted">The planted segment.</param>
/// <param name="Members">Members planted in it who could be placed.</param>
/// <param name="Quiet">Members planted in it who wrote too little to be placed.</param>
/// <param name="Found">The found segment that matches best, −1 when there is none.</param>
/// <param name="Precision">Share of the found segment's members who were planted in it.</param>
/// <param name="Recall">Share of the placed planted members who are in the found segment.</param>
/// <param name="F1">Harmonic mean of the two.</param>
/// <param name="F1WithQuiet">The same with quiet members counted as missed.</param>
public sealed record PlantedSegmentScore(int Planted, int Members, int Quiet, int Found, double Precision, double Recall, double F1, double F1WithQuiet);

/// <summary>
/// Compares found segments with planted ones. Quiet members (segment −1) wrote too little for anybody to place them: they count in
/// <see cref="PlantedSegmentScore.F1WithQuiet"/> only.
/// </summary>
public static class PlantedSegments
{
    /// <summary>For each planted segment the found segment with the highest F1, of equals the lower number.</summary>
    /// <param name="segmentOf">The found segment of each member, −1 for quiet ones.</param>
    /// <param name="plantedOf">The planted segment of each member, −1 for none.</param>
    /// <exception cref="ArgumentException">The two are not of one length.</exception>
    public static IReadOnlyList<PlantedSegmentScore> Score(ReadOnlySpan<int> segmentOf, ReadOnlySpan<int> plantedOf)
    {
        if (segmentOf.Length != plantedOf.Length)
        {
            throw new ArgumentException($"There are {segmentOf.Length} found members and {plantedOf.Length} planted ones; they must be the same members.", nameof(plantedOf));
        }

        var (planted, found) = (Count(plantedOf), Count(segmentOf));
        var both = new int[planted, found];
        var (plantedSizes, foundSizes, quiet) = (new int[planted], new int[found], new int[planted]);
        for (var member = 0; member < segmentOf.Length; member++)
        {
            var (segment, truth) = (segmentOf[member], plantedOf[member]);
            if (segment >= 0)
            {
                foundSizes[segment]++;
            }

            if (truth >= 0)
            {
                plantedSizes[truth] += segment >= 0 ? 1 : 0;
                quiet[truth] += segment < 0 ? 1 : 0;
            }

            if (segment >= 0 && truth >= 0)
            {
                both[truth, segment]++;
            }
        }

        return [.. Enumerable.Range(0, planted).Select(truth => Best(truth, both, plantedSizes[truth], quiet[truth], foundSizes))];
    }

    private static PlantedSegmentScore Best(int truth, int[,] both, int size, int quiet, int[] foundSizes)
    {
        var best = new PlantedSegmentScore(truth, size, quiet, -1, 0, 0, 0, 0);
        for (var segment = 0; segment < foundSizes.Length; segment++)
        {
            double hits = both[truth, segment];
            var f1 = 2 * hits / Math.Max(1, size + foundSizes[segment]);
            if (f1 > best.F1)
            {
                best = new PlantedSegmentScore(
                    truth, size, quiet, segment, hits / foundSizes[segment], hits / size, f1, 2 * hits / (size + quiet + foundSizes[segment]));
            }
        }

        return best;
    }

    private static int Count(ReadOnlySpan<int> labels)
    {
        var highest = -1;
        foreach (var label in labels)
        {
            highest = Math.Max(highest, label);
        }

        return highest + 1;
    }
}
