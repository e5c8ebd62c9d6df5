using System.Numerics;

namespace TextSeg.Engine.Evaluation.Measures;

/// <summary>How often each label was true, was given, and both. Labels of a row are the bits of a number, so rows may have several.</summary>
public sealed class LabelCounts
{
    /// <summary>Most labels.</summary>
    public const int MostLabels = 64;

    private readonly long[] _true;
    private readonly long[] _given;
    private readonly long[] _both;

    private LabelCounts(int labels) => (_true, _given, _both) = (new long[labels], new long[labels], new long[labels]);

    /// <summary>Counts rows, each as often as its weight says.</summary>
    /// <param name="truth">True labels of each row.</param>
    /// <param name="given">Labels given to each row.</param>
    /// <param name="weights">How often each row counts.</param>
    /// <param name="labels">Number of labels, at most <see cref="MostLabels"/>.</param>
    public static LabelCounts Of(ReadOnlySpan<ulong> truth, ReadOnlySpan<ulong> given, ReadOnlySpan<int> weights, int labels)
    {
        var counts = new LabelCounts(labels);
        for (var row = 0; row < truth.Length; row++)
        {
            for (var left = truth[row] | given[row]; left != 0; left &= left - 1)
            {
                var label = BitOperations.TrailingZeroCount(left);
                var (isTrue, isGiven) = ((truth[row] >> label) & 1, (given[row] >> label) & 1);
                counts._true[label] += (long)isTrue * weights[row];
                counts._given[label] += (long)isGiven * weights[row];
                counts._both[label] += (long)(isTrue & isGiven) * weights[row];
            }
        }

        return counts;
    }

    /// <summary>Rows that have a label in truth.</summary>
    public long TrueRows(int label) => _true[label];

    /// <summary>Share of the rows given the label that have it; 0 where it was never given.</summary>
    public double Precision(int label) => _given[label] == 0 ? 0 : (double)_both[label] / _given[label];

    /// <summary>Share of the rows that have the label to which it was given; not a number where no row has it.</summary>
    public double Recall(int label) => (double)_both[label] / _true[label];

    /// <summary>Harmonic mean of precision and recall; not a number where no row has the label.</summary>
    public double F1(int label) => _true[label] == 0 ? double.NaN : 2.0 * _both[label] / (_true[label] + _given[label]);

    /// <summary>Mean F1 of the labels that some row has in truth; not a number where none has one.</summary>
    public double MacroF1() => MeanOfTrue(F1);

    /// <summary>Mean recall of the labels that some row has in truth, also called balanced accuracy; not a number where none has one.</summary>
    public double MacroRecall() => MeanOfTrue(Recall);

    private double MeanOfTrue(Func<int, double> figure)
    {
        double sum = 0;
        var labels = 0;
        for (var label = 0; label < _true.Length; label++)
        {
            if (_true[label] > 0)
            {
                (sum, labels) = (sum + figure(label), labels + 1);
            }
        }

        return sum / labels;
    }
}
