namespace TextSeg.Engine.Queries;

/// <summary>
/// Joins rankings without comparing their scores: each hit gets 1 / (60 + rank) from every ranking it is in
/// (Cormack, Clarke and Büttcher 2009, "Reciprocal Rank Fusion outperforms Condorcet and individual Rank Learning Methods"; the constant is theirs).
/// </summary>
internal static class RankFusion
{
    private const double RankOffset = 60;

    /// <summary>All hits, best first; equal scores by the lower id.</summary>
    public static IReadOnlyList<long> Fuse(params IReadOnlyList<long>[] rankings)
    {
        var scores = new Dictionary<long, double>();
        foreach (var ranking in rankings)
        {
            for (var rank = 0; rank < ranking.Count; rank++)
            {
                scores[ranking[rank]] = scores.GetValueOrDefault(ranking[rank]) + (1 / (RankOffset + rank + 1));
            }
        }

        return [.. scores.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => pair.Key)];
    }
}
