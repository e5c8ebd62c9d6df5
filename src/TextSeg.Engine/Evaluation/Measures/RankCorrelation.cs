namespace TextSeg.Engine.Evaluation.Measures;

/// <summary>Spearman's rank correlation (1904): Pearson's correlation of ranks, equal values sharing the mean of their ranks. Sorted once, then computed for any weights.</summary>
public sealed class RankCorrelation
{
    private readonly SortedValues _left;
    private readonly SortedValues _right;

    /// <exception cref="ArgumentException">The two are not of one length.</exception>
    public RankCorrelation(double[] left, double[] right)
    {
        if (left.Length != right.Length)
        {
            throw new ArgumentException($"{left.Length} values cannot be paired with {right.Length}.");
        }

        (_left, _right) = (new SortedValues(left), new SortedValues(right));
    }

    /// <summary>The correlation, −1 to 1, where each pair counts as often as its weight says; not a number where one side has a single value.</summary>
    public double Of(int[] weights)
    {
        var (left, right) = (_left.Ranks(weights), _right.Ranks(weights));
        double count = 0, leftSum = 0, rightSum = 0;
        for (var row = 0; row < weights.Length; row++)
        {
            (count, leftSum, rightSum) = (count + weights[row], leftSum + (weights[row] * left[row]), rightSum + (weights[row] * right[row]));
        }

        double together = 0, leftSquares = 0, rightSquares = 0;
        for (var row = 0; row < weights.Length; row++)
        {
            var (x, y) = (left[row] - (leftSum / count), right[row] - (rightSum / count));
            together += weights[row] * x * y;
            leftSquares += weights[row] * x * x;
            rightSquares += weights[row] * y * y;
        }

        return together / Math.Sqrt(leftSquares * rightSquares);
    }
}
