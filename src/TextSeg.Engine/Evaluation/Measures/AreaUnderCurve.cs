namespace TextSeg.Engine.Evaluation.Measures;

/// <summary>
/// Area under the receiver operating characteristic: the chance that a row of the label gets a higher score than one without, equal scores counting half.
/// From the ranks, as Mann and Whitney's U (Hanley and McNeil 1982, "The meaning and use of the area under a receiver operating characteristic curve").
/// </summary>
public sealed class AreaUnderCurve
{
    private readonly SortedValues _scores;
    private readonly bool[] _has;

    /// <param name="scores">A score for each row.</param>
    /// <param name="has">Whether the row has the label.</param>
    /// <exception cref="ArgumentException">The two are not of one length.</exception>
    public AreaUnderCurve(double[] scores, bool[] has)
    {
        if (scores.Length != has.Length)
        {
            throw new ArgumentException($"{scores.Length} scores cannot belong to {has.Length} rows.");
        }

        (_scores, _has) = (new SortedValues(scores), has);
    }

    /// <summary>The area, 0 to 1, where each row counts as often as its weight says; not a number where all rows have the label, or none.</summary>
    public double Of(int[] weights)
    {
        var ranks = _scores.Ranks(weights);
        double with = 0, without = 0, sum = 0;
        for (var row = 0; row < weights.Length; row++)
        {
            if (_has[row])
            {
                (with, sum) = (with + weights[row], sum + (weights[row] * ranks[row]));
            }
            else
            {
                without += weights[row];
            }
        }

        return (sum - (with * (with + 1) / 2)) / (with * without);
    }
}
