using TextSeg.Mining;

namespace TextSeg.Engine.Evaluation.Encoders;

/// <summary>
/// First centroids by greedy k-means++ (Arthur and Vassilvitskii 2007, sections 2.2 and 7): of 2 + ln k rows drawn in proportion to their squared distance from the
/// centroids so far, the one that lowers the sum most.
/// </summary>
internal sealed class LloydSeeding(VectorTable rows, RowDistances distances, Random random)
{
    public VectorTable Choose(int groups)
    {
        List<int> chosen = [random.Next(rows.Count)];
        var nearest = distances.To(chosen[0]);
        var trials = 2 + (int)Math.Log(groups);
        while (chosen.Count < groups)
        {
            var (best, lowest, bestNearest) = (-1, double.PositiveInfinity, nearest);
            for (var trial = 0; trial < trials; trial++)
            {
                var row = Draw(nearest);
                var with = distances.To(row);
                double sum = 0;
                for (var other = 0; other < with.Length; other++)
                {
                    with[other] = Math.Min(with[other], nearest[other]);
                    sum += with[other];
                }

                (best, lowest, bestNearest) = sum < lowest ? (row, sum, with) : (best, lowest, bestNearest);
            }

            chosen.Add(best);
            nearest = bestNearest;
        }

        return new VectorTable(rows.Dimension, [.. chosen.SelectMany(row => rows[row].ToArray())]);
    }

    private int Draw(float[] weights)
    {
        var left = random.NextDouble() * weights.Sum(weight => (double)weight);
        for (var row = 0; row < weights.Length; row++)
        {
            left -= weights[row];
            if (left < 0)
            {
                return row;
            }
        }

        return weights.Length - 1;
    }
}
