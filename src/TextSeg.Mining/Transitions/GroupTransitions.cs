namespace TextSeg.Mining.Transitions;

/// <summary>
/// Follows groups from one grouping of the same items to the next by what they share (MONIC, Spiliopoulou et al. 2006, section 3.1: survival with τ = 0.5, split with τ = 0.25).
/// One thing differs: a group is split where at least two groups now hold a quarter of it each and are themselves mostly made of it, even if one of them holds half.
/// </summary>
public static class GroupTransitions
{
    private const double Survival = 0.5;
    private const double PartOfSplit = 0.25;

    /// <summary>Follows all groups.</summary>
    /// <param name="before">Ids of groups before.</param>
    /// <param name="after">Ids of groups now.</param>
    /// <param name="overlaps">What they share, with what is in no group now; items that are not there any more do not count.</param>
    /// <returns>Each group before and each now in exactly one transition, ordered by kind and id.</returns>
    public static IReadOnlyList<GroupTransition> Find(IReadOnlyCollection<string> before, IReadOnlyCollection<string> after, IReadOnlyCollection<GroupOverlap> overlaps)
    {
        var known = new Overlaps(overlaps);
        List<GroupTransition> found = [];
        var open = new SortedSet<string>(before, StringComparer.Ordinal);
        foreach (var group in open.ToArray())
        {
            var parts = known.Of(group).Where(part => part.Items >= PartOfSplit * known.SizeBefore(group) && part.Items >= Survival * known.KnownAfter(part.After!)).ToArray();
            if (parts.Length > 1 && parts.Sum(part => part.Items) >= Survival * known.SizeBefore(group))
            {
                found.Add(new GroupTransition(TransitionKind.Split, [group], [.. parts.Select(part => part.After!)], parts.Sum(part => part.Items)));
                open.Remove(group);
            }
        }

        var taken = found.SelectMany(transition => transition.After).ToHashSet(StringComparer.Ordinal);
        foreach (var into in open.Select(group => known.Of(group).FirstOrDefault(part => part.Items >= Survival * known.SizeBefore(group) && !taken.Contains(part.After!)))
            .OfType<GroupOverlap>().GroupBy(part => part.After!).OrderBy(group => group.Key, StringComparer.Ordinal).ToArray())
        {
            string[] from = [.. into.Select(part => part.Before)];
            found.Add(new GroupTransition(from.Length > 1 ? TransitionKind.Merged : TransitionKind.Stayed, from, [into.Key], into.Sum(part => part.Items)));
            taken.Add(into.Key);
            open.ExceptWith(from);
        }

        found.AddRange(open.Select(group => new GroupTransition(TransitionKind.Went, [group], [], 0)));
        found.AddRange(after.Where(group => !taken.Contains(group)).Select(group => new GroupTransition(TransitionKind.Came, [], [group], 0)));
        return [.. found.OrderBy(transition => transition.Kind).ThenBy(transition => transition.Before.Concat(transition.After).First(), StringComparer.Ordinal)];
    }

    private sealed class Overlaps(IReadOnlyCollection<GroupOverlap> overlaps)
    {
        private readonly ILookup<string, GroupOverlap> _of = overlaps.Where(overlap => overlap.After is not null)
            .OrderByDescending(overlap => overlap.Items).ThenBy(overlap => overlap.After, StringComparer.Ordinal).ToLookup(overlap => overlap.Before);

        private readonly Dictionary<string, int> _before = overlaps.GroupBy(overlap => overlap.Before).ToDictionary(group => group.Key, group => group.Sum(overlap => overlap.Items));

        private readonly Dictionary<string, int> _after = overlaps.Where(overlap => overlap.After is not null).GroupBy(overlap => overlap.After!)
            .ToDictionary(group => group.Key, group => group.Sum(overlap => overlap.Items));

        public IEnumerable<GroupOverlap> Of(string before) => _of[before];

        public int SizeBefore(string group) => _before.GetValueOrDefault(group);

        public int KnownAfter(string group) => _after.GetValueOrDefault(group);
    }
}
