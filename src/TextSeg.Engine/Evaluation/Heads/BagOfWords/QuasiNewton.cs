using System.Numerics.Tensors;

namespace TextSeg.Engine.Evaluation.Heads.BagOfWords;

/// <summary>
/// Finds the lowest point of a smooth function with L-BFGS (Nocedal 1980; Liu and Nocedal 1989; the two loops are algorithm 7.4 of Nocedal and Wright 2006),
/// halving the step until it lowers the function enough (Armijo 1966). No random numbers: the same input gives the same point.
/// </summary>
internal static class QuasiNewton
{
    private const int Memory = 7;
    private const int MostHalvings = 30;
    private const double EnoughDescent = 1e-4;

    /// <summary>Changes the point until no part of the slope is above the tolerance, or the rounds are used up.</summary>
    /// <param name="point">Where to start; changed.</param>
    /// <param name="valueAndSlope">The value at a point; writes the slope there.</param>
    /// <param name="tolerance">Largest part of the slope at the end.</param>
    /// <param name="mostRounds">Most rounds.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static void Minimise(double[] point, Func<double[], double[], double> valueAndSlope, double tolerance, int mostRounds, CancellationToken cancellation)
    {
        var slope = new double[point.Length];
        var value = valueAndSlope(point, slope);
        var steps = new Queue<(double[] Step, double[] Turn, double Product)>();
        for (var round = 0; round < mostRounds && TensorPrimitives.MaxMagnitude<double>(slope) is var steepest && Math.Abs(steepest) > tolerance; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            var direction = Direction(slope, steps);
            var (next, nextSlope) = (new double[point.Length], new double[point.Length]);
            if (Search(point, direction, value, slope, valueAndSlope, next, nextSlope) is not { } lower)
            {
                return;
            }

            Remember(steps, point, slope, next, nextSlope);
            next.CopyTo(point, 0);
            (slope, value) = (nextSlope, lower);
        }
    }

    private static double? Search(
        double[] point, double[] direction, double value, double[] slope, Func<double[], double[], double> valueAndSlope, double[] next, double[] nextSlope)
    {
        var descent = TensorPrimitives.Dot<double>(slope, direction);
        var length = 1.0;
        for (var halving = 0; halving < MostHalvings; halving++, length /= 2)
        {
            TensorPrimitives.MultiplyAdd(direction, length, point, next);
            var found = valueAndSlope(next, nextSlope);
            if (found <= value + (EnoughDescent * length * descent))
            {
                return found;
            }
        }

        return null;
    }

    private static double[] Direction(double[] slope, Queue<(double[] Step, double[] Turn, double Product)> steps)
    {
        var direction = (double[])slope.Clone();
        var past = steps.Reverse().ToArray();
        var shares = new double[past.Length];
        for (var i = 0; i < past.Length; i++)
        {
            shares[i] = TensorPrimitives.Dot<double>(past[i].Step, direction) / past[i].Product;
            TensorPrimitives.MultiplyAdd(past[i].Turn, -shares[i], direction, direction);
        }

        // The first step has length 1 at most; later ones are scaled by the last curvature (Nocedal and Wright, 7.20).
        var scale = past.Length > 0 ? past[0].Product / TensorPrimitives.SumOfSquares<double>(past[0].Turn) : Math.Min(1, 1 / TensorPrimitives.Norm<double>(slope));
        TensorPrimitives.Multiply(direction, scale, direction);
        for (var i = past.Length - 1; i >= 0; i--)
        {
            var share = TensorPrimitives.Dot<double>(past[i].Turn, direction) / past[i].Product;
            TensorPrimitives.MultiplyAdd(past[i].Step, shares[i] - share, direction, direction);
        }

        TensorPrimitives.Negate(direction, direction);
        return direction;
    }

    private static void Remember(Queue<(double[] Step, double[] Turn, double Product)> steps, double[] point, double[] slope, double[] next, double[] nextSlope)
    {
        var (step, turn) = (new double[point.Length], new double[point.Length]);
        TensorPrimitives.Subtract(next, point, step);
        TensorPrimitives.Subtract(nextSlope, slope, turn);
        var product = TensorPrimitives.Dot<double>(step, turn);
        if (product <= 0)
        {
            return;
        }

        steps.Enqueue((step, turn, product));
        if (steps.Count > Memory)
        {
            steps.Dequeue();
        }
    }
}
