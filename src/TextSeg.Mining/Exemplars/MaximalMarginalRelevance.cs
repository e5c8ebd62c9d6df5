using System.Numerics.Tensors;

namespace TextSeg.Mining.Exemplars;

/// <summary>
/// Chooses a few posts that stand for a group: near its centre, unlike each other, from different authors
/// (maximal marginal relevance, Carbonell and Goldstein 1998, section 2).
/// </summary>
public static class MaximalMarginalRelevance
{
    /// <summary>λ of the paper: 1 looks at relevance only, 0 at variety only. 0.7 keeps quotes typical.</summary>
    private const double Balance = 0.7;

    /// <summary>Only the most relevant rows are compared with each other, which keeps the cost linear in the group's size.</summary>
    private const int Shortlist = 200;

    /// <summary>Rows in the order chosen.</summary>
    /// <param name="vectors">Unit rows of all posts.</param>
    /// <param name="candidates">Rows to choose from; their order does not matter.</param>
    /// <param name="relevance">For each candidate, how well it stands for the group; higher is better.</param>
    /// <param name="count">How many to choose.</param>
    /// <param name="memberOf">Author of each row of <paramref name="vectors"/>, −1 not known; an author is taken twice only when nobody else is left.</param>
    /// <param name="stableKeyOf">Order-independent identity of each row, which settles ties; null uses the row number.</param>
    public static int[] Choose(
        VectorTable vectors, IReadOnlyList<int> candidates, IReadOnlyList<double> relevance, int count, int[]? memberOf = null, ulong[]? stableKeyOf = null)
    {
        var pool = candidates.Select((row, i) => (Row: row, Relevance: relevance[i], Key: stableKeyOf?[row] ?? (ulong)row))
            .OrderByDescending(item => item.Relevance).ThenBy(item => item.Key).Take(Shortlist).ToList();
        var chosen = new List<int>();
        var nearest = new double[pool.Count];
        Array.Fill(nearest, double.NaN);
        while (chosen.Count < Math.Min(count, pool.Count))
        {
            var best = Best(pool, nearest, chosen, memberOf);
            var row = pool[best].Row;
            chosen.Add(row);
            for (var i = 0; i < pool.Count; i++)
            {
                var similarity = TensorPrimitives.Dot(vectors[row], vectors[pool[i].Row]);
                nearest[i] = double.IsNaN(nearest[i]) ? similarity : Math.Max(nearest[i], similarity);
            }
        }

        return [.. chosen];
    }

    private static int Best(List<(int Row, double Relevance, ulong Key)> pool, double[] nearest, List<int> chosen, int[]? memberOf)
    {
        var best = -1;
        var bestScore = (NewAuthor: false, Score: double.NegativeInfinity);
        for (var i = 0; i < pool.Count; i++)
        {
            if (chosen.Contains(pool[i].Row))
            {
                continue;
            }

            var author = memberOf is null ? -1 : memberOf[pool[i].Row];
            var isNew = author < 0 || !chosen.Exists(row => memberOf![row] == author);
            var score = (Balance * pool[i].Relevance) - (double.IsNaN(nearest[i]) ? 0 : (1 - Balance) * nearest[i]);
            if (best < 0 || (isNew && !bestScore.NewAuthor) || (isNew == bestScore.NewAuthor && score > bestScore.Score))
            {
                (best, bestScore) = (i, (isNew, score));
            }
        }

        return best;
    }
}
