namespace TextSeg.Mining.Clustering;

/// <summary>One number of groups that was tried.</summary>
/// <param name="Groups">Number of groups.</param>
/// <param name="Silhouette">Mean silhouette with cosine distance, −1 to 1.</param>
public sealed record GroupCountStep(int Groups, double Silhouette);

/// <summary>
/// Chooses a number of groups by silhouette (Rousseeuw 1987). Numbers on a ladder are tried, each about √2 times the one before; where the best is not
/// the last, the intervals on both its sides are halved up to three times, going to what is better.
/// The mark is 5 % below the best silhouette. The fewest groups tried that reach it are taken; then the interval down to the next fewer that was tried is halved
/// up to three times, each time going to the middle where that reaches the mark too.
/// Where the best silhouette is below 0.1 it cannot tell (a forum: it rises as long as groups become smaller); then only the part of the ladder that is
/// easy to read counts, about 20 to 80 groups, fewer where there are under 1,000 rows.
/// </summary>
/// <param name="silhouetteOf">The silhouette with a number of groups; asked at most once for each.</param>
internal sealed class SilhouetteLadder(Func<int, double> silhouetteOf)
{
    private const double Tolerance = 0.05;
    private const double Trusted = 0.1;
    private const int Halvings = 3;

    // A group needs some rows for its silhouette to say anything.
    private const int RowsPerGroup = 10;
    private const int FewestToRead = 20;
    private const int MostToRead = 80;

    private readonly SortedDictionary<int, double> tried = [];

    /// <summary>What was tried, rising.</summary>
    public IReadOnlyList<GroupCountStep> Steps => [.. tried.Select(step => new GroupCountStep(step.Key, step.Value))];

    /// <summary>The chosen number of groups.</summary>
    /// <param name="fewest">Fewest groups, at least 2.</param>
    /// <param name="most">Most groups; never more than a tenth of the rows, or the fewest.</param>
    /// <param name="rows">Rows that are grouped.</param>
    public int Choose(int fewest, int most, int rows)
    {
        var ladder = Rungs(fewest, Math.Max(fewest, Math.Min(most, rows / RowsPerGroup)));
        if (ladder.Max(SilhouetteOf) < Trusted)
        {
            var (low, high) = (Math.Clamp(rows / 50, fewest, Math.Max(fewest, FewestToRead)), Math.Clamp(rows / 12, fewest, Math.Max(fewest, MostToRead)));
            var readable = ladder.FindAll(groups => groups >= low && groups <= high);
            ladder = readable.Count > 0 ? readable : ladder[..1];
        }

        Climb(ladder);
        var best = ladder.Max(SilhouetteOf);
        return Fewest(ladder, best - (Tolerance * Math.Abs(best)));
    }

    /// <summary>Rising numbers from the fewest to the most.</summary>
    internal static List<int> Rungs(int fewest, int most)
    {
        var rungs = new List<int> { fewest };
        for (var groups = fewest * Math.Sqrt(2); groups < most; groups *= Math.Sqrt(2))
        {
            rungs.Add(Math.Max(rungs[^1] + 1, (int)Math.Round(groups)));
        }

        if (rungs[^1] < most)
        {
            rungs.Add(most);
        }

        return rungs;
    }

    // Puts more numbers around the best one into the ladder.
    private void Climb(List<int> ladder)
    {
        for (var halving = 0; halving < Halvings; halving++)
        {
            var best = ladder.IndexOf(ladder.MaxBy(SilhouetteOf));
            if (best == ladder.Count - 1)
            {
                return;
            }

            int[] middles = [(ladder[best] + ladder[best + 1]) / 2, (ladder[best] + ladder[Math.Max(0, best - 1)]) / 2];
            ladder.AddRange(middles.Except(ladder));
            ladder.Sort();
        }
    }

    private int Fewest(List<int> ladder, double mark)
    {
        var chosen = ladder.FindIndex(groups => SilhouetteOf(groups) >= mark);
        var (low, high) = (ladder[Math.Max(0, chosen - 1)], ladder[chosen]);
        for (var halving = 0; halving < Halvings && high - low > 1; halving++)
        {
            var middle = (low + high) / 2;
            (low, high) = SilhouetteOf(middle) >= mark ? (low, middle) : (middle, high);
        }

        return high;
    }

    private double SilhouetteOf(int groups)
    {
        if (!tried.TryGetValue(groups, out var silhouette))
        {
            tried[groups] = silhouette = silhouetteOf(groups);
        }

        return silhouette;
    }
}
