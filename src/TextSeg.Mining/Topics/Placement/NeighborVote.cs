namespace TextSeg.Mining.Topics.Placement;

/// <summary>
/// The group of a row by its nearest rows whose groups are known: each votes with its cosine (the distance-weighted nearest-neighbour rule of Dudani 1976).
/// A row that says the same as its nearest belongs where that belongs.
/// </summary>
public static class NeighborVote
{
    /// <summary>Neighbours that vote: as many as a text has in the graph of a very large collection.</summary>
    public const int Voters = 15;

    /// <summary>The cosine from which two texts count as the same, as in <see cref="TopicOptions.SameTextCosine"/>.</summary>
    private const double SameText = 0.985;

    /// <summary>The group with most votes and its share of them, 0 to 1; of equals the lower group. −1 where no neighbour is alike, or most are in none.</summary>
    /// <param name="groups">The group of each neighbour, the nearest first; −1 for none.</param>
    /// <param name="cosines">Its cosine with the row.</param>
    public static (int Group, double Share) Of(ReadOnlySpan<int> groups, ReadOnlySpan<float> cosines)
    {
        if (cosines.IsEmpty || cosines[0] <= 0)
        {
            return (-1, 0);
        }

        if (cosines[0] >= SameText)
        {
            return (groups[0], 1);
        }

        var votes = new SortedDictionary<int, double>();
        var all = 0.0;
        for (var i = 0; i < groups.Length; i++)
        {
            var vote = Math.Max(0.0, cosines[i]);
            votes[groups[i]] = votes.GetValueOrDefault(groups[i]) + vote;
            all += vote;
        }

        var (best, most) = votes.MaxBy(pair => pair.Value);
        return (best, most / all);
    }
}
