using TextSeg.Mining.Significance;

namespace TextSeg.Mining.Segments;

/// <summary>What members of a group did of one kind, beside everybody else.</summary>
/// <param name="Members">Members of the group.</param>
/// <param name="Doers">Those who did it at least once.</param>
/// <param name="Share">Share of the group who did it, 0 to 1.</param>
/// <param name="ShareElsewhere">Share of the others.</param>
/// <param name="ShareQValue">Whether the shares differ beyond chance: expected share of false findings among those as strong.</param>
/// <param name="Mean">Mean over the members of the group, those who did not do it counted as 0.</param>
/// <param name="MeanElsewhere">The same of the others.</param>
/// <param name="Effect">Chance that a member of the group has more than one of the others, minus the chance of less (Cliff's delta), −1 to 1.</param>
/// <param name="EffectQValue">Whether that is beyond chance.</param>
public sealed record BehaviourDifference(int Members, int Doers, double Share, double ShareElsewhere, double ShareQValue, double Mean, double MeanElsewhere, double Effect, double EffectQValue)
{
    /// <summary>Share over the others' share; null where none of the others did it.</summary>
    public double? Lift => ShareElsewhere > 0 ? Share / ShareElsewhere : null;
}

/// <summary>
/// Holds what members of each group did against everybody else, with the tests of the segments' other figures: two proportions for whether, Mann–Whitney for how much,
/// corrected over all groups and kinds (Benjamini and Hochberg 1995).
/// </summary>
public static class BehaviourDifferences
{
    /// <summary>Compares all groups.</summary>
    /// <param name="groupOf">The group of each member.</param>
    /// <param name="groups">Number of groups.</param>
    /// <param name="amounts">For each kind, how much each member did; 0 for nothing.</param>
    /// <returns>For each group and kind.</returns>
    public static BehaviourDifference[][] Of(int[] groupOf, int groups, double[][] amounts)
    {
        var ranks = Array.ConvertAll(amounts, values => new MannWhitney(values));
        var found = Enumerable.Range(0, groups).Select(group => amounts.Select((values, kind) => Compare(groupOf, group, values, ranks[kind])).ToArray()).ToArray();
        var all = found.SelectMany(list => list).ToArray();
        var (shares, effects) = (FalseDiscoveryRate.QValues([.. all.Select(one => one.ShareQValue)]), FalseDiscoveryRate.QValues([.. all.Select(one => one.EffectQValue)]));
        var next = 0;
        return [.. found.Select(list => list.Select(one => one with { ShareQValue = shares[next], EffectQValue = effects[next++] }).ToArray())];
    }

    private static BehaviourDifference Compare(int[] groupOf, int group, double[] values, MannWhitney ranks)
    {
        var (members, doers, sum, others, otherDoers, otherSum) = (0, 0, 0.0, 0, 0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            var does = values[i] != 0 ? 1 : 0;
            if (groupOf[i] == group)
            {
                (members, doers, sum) = (members + 1, doers + does, sum + values[i]);
            }
            else
            {
                (others, otherDoers, otherSum) = (others + 1, otherDoers + does, otherSum + values[i]);
            }
        }

        var (effect, pValue) = ranks.Compare(Array.ConvertAll(groupOf, of => (sbyte)(of == group ? 1 : 0)));
        return new BehaviourDifference(
            members, doers, members > 0 ? doers / (double)members : 0, others > 0 ? otherDoers / (double)others : 0, TwoProportions.PValue(doers, members, otherDoers, others),
            members > 0 ? sum / members : 0, others > 0 ? otherSum / others : 0, effect, pValue);
    }
}
