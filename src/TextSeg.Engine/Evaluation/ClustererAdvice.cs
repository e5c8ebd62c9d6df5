using System.Globalization;

namespace TextSeg.Engine.Evaluation;

/// <summary>
/// Which clusterer to take. The rule: the highest <see cref="ClustererFigures.Score"/>. A post adds to it as far as it is in a group, samples find that group again, and the group
/// is neither tiny nor too large to say something: the agreement over all posts alone would praise one huge group, no group at all, or a group for every post, which samples find
/// again too. Scores within 0.02 of the best are equal, as far as three samples can tell, and are named beside it. The silhouette does not decide: groups by average links had the
/// highest one on labelled intents and the lowest agreement with the labels. Labels are not looked at: where they exist, they show how good the rule is.
/// </summary>
/// <param name="Name">The clusterer; null where none found two groups.</param>
/// <param name="AsGood">Others whose score is equal.</param>
/// <param name="Reason">The reason in plain words.</param>
public sealed record ClustererAdvice(string? Name, IReadOnlyList<string> AsGood, string Reason)
{
    private const double Equal = 0.02;

    /// <summary>Chooses among clusterers that ran.</summary>
    public static ClustererAdvice For(IReadOnlyList<ClustererFigures> clusterers)
    {
        ClustererFigures[] ranked = [.. clusterers.Where(one => one.LeftOut is null && one.K > 1).OrderByDescending(one => one.Score)];
        if (ranked.Length == 0)
        {
            return new ClustererAdvice(null, [], "No clusterer found two groups, so there is nothing to recommend.");
        }

        string[] equal = [.. ranked.Skip(1).TakeWhile(one => one.Score >= ranked[0].Score - Equal).Select(one => one.Name)];
        return new ClustererAdvice(ranked[0].Name, equal, Explain(ranked[0], equal, ranked.ElementAtOrDefault(equal.Length + 1)));
    }

    private static string Explain(ClustererFigures best, string[] others, ClustererFigures? next)
    {
        var reason = string.Create(
            CultureInfo.CurrentCulture,
            $"{best.Name} has the score {best.Score:0.00}: {100 * (1 - best.ShareNone):0} % of the posts are in its groups, the largest holds {100 * best.ShareLargest:0.0} %, and samples find them again");
        var nextBest = next is null ? "" : string.Create(CultureInfo.CurrentCulture, $"; the next is {next.Name} with {next.Score:0.00}");
        return others.Length == 0
            ? $"{reason}{nextBest}."
            : $"{reason}{nextBest}. {string.Join(" and ", others)} {(others.Length == 1 ? "is" : "are")} as good by this measure: what you read in the groups decides.";
    }
}
