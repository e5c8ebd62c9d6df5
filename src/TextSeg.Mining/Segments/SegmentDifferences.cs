using TextSeg.Mining.Profiles;
using TextSeg.Mining.Significance;

namespace TextSeg.Mining.Segments;

/// <summary>
/// What makes segments different: every signal, topic and language of a segment's members against everybody else, tested two-sided
/// (Mann–Whitney for figures, two proportions for languages) and corrected for the number of tests. The order of members and rows does not change the result.
/// </summary>
public sealed class SegmentDifferences
{
    private const double AloneLevel = 0.05;
    private readonly int[] _segmentOf;
    private readonly MemberFigure[] _figures;
    private readonly IReadOnlyList<SegmentDifference>[] _fromAll;
    private readonly SegmentDifference[][] _uncorrected;

    /// <summary>Measures every segment against all other placed members. Languages are numbered as in <paramref name="input"/>; equal counts go to the lower number.</summary>
    public SegmentDifferences(ProfileInput input, ProfileTable profiles, SegmentTree tree)
    {
        var members = Enumerable.Range(0, profiles.Count).Where(member => tree.SegmentOf[member] >= 0).OrderBy(member => input.MemberKeyOf[member]).ToArray();
        _segmentOf = Array.ConvertAll(members, member => tree.SegmentOf[member]);
        _figures = MemberFigures.Of(input, profiles, members);
        var found = new SegmentDifference[tree.Segments.Count][];
        Parallel.For(0, found.Length, segment => found[segment] = Compare(segment, -1));
        (_fromAll, _uncorrected) = (Corrected(found), found);
    }

    /// <summary>How each segment differs from everybody else, the strongest effect first; what chance may explain is left out.</summary>
    public IReadOnlyList<SegmentDifference> OfSegment(int segment) => _fromAll[segment];

    /// <summary>
    /// Differences that hold against a single question put beforehand, with its direction ("do they write longer posts?"): one-sided at 0.05, so at 0.10 of the two-sided
    /// test, and not corrected, because only one is asked. A search over all figures must use <see cref="OfSegment"/>.
    /// </summary>
    public IEnumerable<SegmentDifference> AskedAlone(int segment) => _uncorrected[segment].Where(difference => difference.PValue < 2 * AloneLevel);

    /// <summary>How a segment differs from one other, the strongest effect first; corrected over the tests of this pair.</summary>
    public IReadOnlyList<SegmentDifference> Between(int segment, int other) => Corrected([Compare(segment, other)])[0];

    private SegmentDifference[] Compare(int segment, int other)
    {
        var side = Array.ConvertAll(_segmentOf, of => (sbyte)(of == segment ? 1 : other < 0 || of == other ? 0 : -1));
        return Array.ConvertAll(_figures, figure => Compare(figure, side));
    }

    private static SegmentDifference Compare(MemberFigure figure, sbyte[] side)
    {
        var (inside, outside) = (Middle(figure, side, 1), Middle(figure, side, 0));
        var (effect, pValue) = figure.Ranks.Compare(side);
        if (figure.Kind == DifferenceKind.Language)
        {
            var (insideCount, outsideCount) = (Known(figure, side, 1), Known(figure, side, 0));
            pValue = TwoProportions.PValue(inside * insideCount, insideCount, outside * outsideCount, outsideCount);
        }

        // Where languages alone turn the figures round, nothing that a reader could follow can be said.
        if (figure.IsWithinLanguage && Math.Sign(inside - outside) != Math.Sign(effect))
        {
            (effect, pValue) = (0, 1);
        }

        return new SegmentDifference(figure.Kind, figure.Index, figure.Unit, inside, outside, effect, pValue, 1);
    }

    private static int Known(MemberFigure figure, sbyte[] side, int wanted)
    {
        var count = 0;
        for (var member = 0; member < side.Length; member++)
        {
            count += side[member] == wanted && !double.IsNaN(figure.Values[member]) ? 1 : 0;
        }

        return count;
    }

    private static double Middle(MemberFigure figure, sbyte[] side, int wanted)
    {
        var values = new List<double>();
        for (var member = 0; member < side.Length; member++)
        {
            if (side[member] == wanted && !double.IsNaN(figure.Values[member]))
            {
                values.Add(figure.Values[member]);
            }
        }

        values.Sort();
        return values.Count == 0 ? 0 : figure.Skewed ? values[values.Count / 2] : values.Sum() / values.Count;
    }

    private static IReadOnlyList<SegmentDifference>[] Corrected(SegmentDifference[][] found)
    {
        var qValues = FalseDiscoveryRate.QValues([.. found.SelectMany(list => list).Select(difference => difference.PValue)]);
        var next = 0;
        var kept = new IReadOnlyList<SegmentDifference>[found.Length];
        for (var segment = 0; segment < found.Length; segment++)
        {
            kept[segment] = [.. found[segment].Select(difference => difference with { QValue = qValues[next++] }).Where(difference => difference.IsSignificant)
                .OrderByDescending(difference => Math.Abs(difference.Effect)).ThenBy(difference => difference.Kind).ThenBy(difference => difference.Index)];
        }

        return kept;
    }
}
