using TextSeg.Mining.Clustering;

namespace TextSeg.Mining.Neighbors.InvertedFile;

/// <summary>Reads off a sample how many lists a query must visit in an index, and what that finds.</summary>
internal static class IndexFit
{
    private const int RecallAt = 15;

    /// <summary>Looks up the true neighbours of sampled rows among all rows.</summary>
    public static (int Probes, double Recall, int Rows) Measure(List<IndexList> lists, VectorTable centres, NeighborIndexOptions options)
    {
        var threads = Threads.Count(options.Threads);
        var starts = new int[lists.Count + 1];
        for (var list = 0; list < lists.Count; list++)
        {
            starts[list + 1] = starts[list] + lists[list].Count;
        }

        var ids = new ulong[starts[^1]];
        for (var row = 0; row < ids.Length; row++)
        {
            var list = ListOf(row);
            ids[row] = (ulong)lists[list].Ids[row - starts[list]];
        }

        var rows = new RowReader(ids.Length, centres.Dimension, (row, target) => lists[ListOf(row)].CopyRow(row - starts[ListOf(row)], target));
        var chosen = StableRandom.Order(options.Seed, ids)[..Math.Min(options.RecallRows, ids.Length)];
        var sample = RecallSample.Of(rows, chosen, RecallAt, threads, null, default);
        var probes = RecallSample.ProbesFor(options.Recall, Ranks(measuring: false));
        var met = Ranks(measuring: true);
        return (probes, met.Length == 0 ? 1 : (double)met.Count(rank => rank < probes) / met.Length, ids.Length);

        int[] Ranks(bool measuring)
        {
            var pairs = sample.Pairs(measuring);
            return new ListRanks(rows.Gather([.. pairs.Select(pair => pair.Row)]), centres, threads, default).RanksOf([.. pairs.Select(pair => ListOf(pair.Neighbor))]);
        }

        int ListOf(int row) => Array.BinarySearch(starts, row) is var at && at < 0 ? ~at - 1 : LastStart(starts, at);
    }

    // Empty lists begin where the next one does; the row is in the last of them.
    private static int LastStart(int[] starts, int at)
    {
        while (at + 1 < starts.Length && starts[at + 1] == starts[at])
        {
            at++;
        }

        return at;
    }
}
