namespace TextSeg.Mining.Neighbors.InvertedFile;

/// <summary>
/// Some rows with their true nearest neighbours, found by a look at all rows. Half of them say how many lists must be visited, the other half how many true neighbours
/// were found in the end, so that the figure told is not the one that was fitted. Small collections use all rows for both.
/// </summary>
internal sealed class RecallSample
{
    /// <summary>Cosines this much apart may be the same one summed in another order.</summary>
    private const float Rounding = 1e-5f;

    private const int BlockRows = 8192;
    private readonly int[] _rows;
    private readonly NeighborTable _truth;
    private readonly int _step;

    private RecallSample(int[] rows, NeighborTable truth, bool isAll)
    {
        (_rows, _truth) = (rows, truth);
        _step = isAll ? 1 : 2;
    }

    /// <summary>Looks up the true <paramref name="k"/> neighbours of the chosen rows.</summary>
    public static RecallSample Of(RowReader rows, int[] chosen, int k, int threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        var queries = rows.Gather(chosen);
        var nearest = new NearestRows(chosen.Length, k);
        foreach (var (first, block) in rows.Blocks(BlockRows))
        {
            // One more than wanted, as the row itself is among them.
            var found = ExactNeighbors.Search(queries, block, k + 1, null, threads, cancellation);
            for (var place = 0; place < found.Indices.Length; place++)
            {
                var query = place / (k + 1);
                if (found.Indices[place] is var row and >= 0 && first + row != chosen[query])
                {
                    nearest.Offer(query, first + row, found.Similarities[place]);
                }
            }

            progress?.Report((double)(first + block.Count) / rows.Count);
        }

        return new RecallSample(chosen, nearest.ToTable(), chosen.Length == rows.Count);
    }

    /// <summary>The fewest lists to visit so that this share of pairs meet.</summary>
    /// <param name="recall">The share wanted, above 0 to 1.</param>
    /// <param name="ranks">For each pair the rank, from 0, of the list where it meets.</param>
    public static int ProbesFor(double recall, IEnumerable<int> ranks)
    {
        int[] sorted = [.. ranks.Order()];
        return sorted.Length == 0 ? 1 : sorted[Math.Clamp((int)Math.Ceiling(recall * sorted.Length) - 1, 0, sorted.Length - 1)] + 1;
    }

    /// <summary>Pairs of a row and a true neighbour, from the half that measures or from the half that fits.</summary>
    public List<(int Row, int Neighbor)> Pairs(bool measuring)
    {
        var pairs = new List<(int, int)>();
        for (var place = measuring ? _step - 1 : 0; place < _rows.Length; place += _step)
        {
            foreach (var neighbor in _truth.IndicesOf(place))
            {
                if (neighbor >= 0)
                {
                    pairs.Add((_rows[place], neighbor));
                }
            }
        }

        return pairs;
    }

    /// <summary>The share of the true neighbours that a table holds. Rows as near as the last true neighbour count as true: among equal ones any will do.</summary>
    public double RecallOf(NeighborTable found)
    {
        double sum = 0;
        var rows = 0;
        for (var place = _step - 1; place < _rows.Length; place += _step)
        {
            var wanted = _truth.IndicesOf(place).IndexOf(-1) is var end and >= 0 ? end : _truth.K;
            if (wanted > 0)
            {
                var least = _truth.SimilaritiesOf(place)[wanted - 1] - Rounding;
                var indices = found.IndicesOf(_rows[place]);
                var similarities = found.SimilaritiesOf(_rows[place]);
                var met = 0;
                while (met < wanted && met < found.K && indices[met] >= 0 && similarities[met] >= least)
                {
                    met++;
                }

                sum += (double)met / wanted;
                rows++;
            }
        }

        return rows == 0 ? 1 : sum / rows;
    }
}
