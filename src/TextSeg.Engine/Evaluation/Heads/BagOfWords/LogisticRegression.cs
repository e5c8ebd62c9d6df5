using System.Numerics.Tensors;

namespace TextSeg.Engine.Evaluation.Heads.BagOfWords;

/// <summary>
/// Multinomial logistic regression with a squared penalty: lowers C × the summed negative log-likelihood + half the squared weights, intercepts not penalised, which
/// is what scikit-learn's LogisticRegression lowers. With one class it is the plain regression of that class against none.
/// </summary>
internal sealed class LogisticRegression
{
    private const double Tolerance = 1e-3;
    private const int MostRounds = 200;
    private readonly int _classes;
    private readonly double[] _weights;

    private LogisticRegression(int classes, double[] weights) => (_classes, _weights) = (classes, weights);

    /// <summary>Learns from rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="classOf">The class of each row, below <paramref name="classes"/>; with one class 0 for rows that have it and −1 for others.</param>
    /// <param name="classes">Number of classes, at least 1.</param>
    /// <param name="features">Number of features.</param>
    /// <param name="strength">C, above 0: how much the rows count against the penalty.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static LogisticRegression Learn(
        IReadOnlyList<SparseRow> rows, int[] classOf, int classes, int features, double strength, CancellationToken cancellation, double tolerance = Tolerance)
    {
        var weights = new double[(features + 1) * classes];
        var model = new LogisticRegression(classes, weights);
        QuasiNewton.Minimise(weights, (point, slope) => new LogisticRegression(classes, point).Loss(rows, classOf, features, strength, slope), tolerance, MostRounds, cancellation);
        return model;
    }

    /// <summary>The probability of each class.</summary>
    public float[] Probabilities(SparseRow row)
    {
        var scores = new double[_classes];
        Score(row, scores);
        Activate(scores);
        return Array.ConvertAll(scores, score => (float)score);
    }

    // The weights of a feature lie side by side, one for each class; those of the intercept are the last.
    private void Score(SparseRow row, Span<double> scores)
    {
        _weights.AsSpan(_weights.Length - _classes).CopyTo(scores);
        for (var i = 0; i < row.Features.Length; i++)
        {
            var own = _weights.AsSpan(row.Features[i] * _classes, _classes);
            for (var label = 0; label < _classes; label++)
            {
                scores[label] += row.Values[i] * own[label];
            }
        }
    }

    private static void Activate(Span<double> scores)
    {
        if (scores.Length == 1)
        {
            scores[0] = 1 / (1 + Math.Exp(-scores[0]));
            return;
        }

        TensorPrimitives.Subtract(scores, TensorPrimitives.Max<double>(scores), scores);
        TensorPrimitives.SoftMax(scores, scores);
    }

    private double Loss(IReadOnlyList<SparseRow> rows, int[] classOf, int features, double strength, double[] slope)
    {
        var penalised = features * _classes;
        _weights.AsSpan(0, penalised).CopyTo(slope);
        slope.AsSpan(penalised).Clear();
        var loss = TensorPrimitives.SumOfSquares<double>(_weights.AsSpan(0, penalised)) / 2;
        Span<double> scores = stackalloc double[_classes];
        for (var place = 0; place < rows.Count; place++)
        {
            var row = rows[place];
            Score(row, scores);
            Activate(scores);
            var own = classOf[place];
            loss -= strength * Math.Log(Math.Max(own >= 0 ? scores[own] : 1 - scores[0], double.Epsilon));
            if (own >= 0)
            {
                scores[own] -= 1;
            }

            AddSlope(row, scores, strength, slope);
        }

        return loss;
    }

    private void AddSlope(SparseRow row, ReadOnlySpan<double> gaps, double strength, double[] slope)
    {
        for (var label = 0; label < _classes; label++)
        {
            slope[slope.Length - _classes + label] += strength * gaps[label];
        }

        for (var i = 0; i < row.Features.Length; i++)
        {
            var own = slope.AsSpan(row.Features[i] * _classes, _classes);
            var value = strength * row.Values[i];
            for (var label = 0; label < _classes; label++)
            {
                own[label] += value * gaps[label];
            }
        }
    }
}
