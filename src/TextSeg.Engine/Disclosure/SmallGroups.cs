namespace TextSeg.Engine.Disclosure;

/// <summary>A group as far as hiding it is concerned.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Parent">The group that holds it; null at the top.</param>
/// <param name="Members">Different members in it.</param>
public sealed record GroupSize(string Id, string? Parent, int Members);

/// <summary>
/// Hides groups of too few members, and as many others beside them as it takes that a parent less its shown children reveals none of them
/// (primary and complementary cell suppression, Willenborg and de Waal 2001, Elements of Statistical Disclosure Control, chapter 6).
/// </summary>
public static class SmallGroups
{
    /// <summary>Members below which nothing is shown where nobody says otherwise.</summary>
    public const int DefaultMinimum = 5;

    private const int FewestHiddenTogether = 2;

    /// <summary>Which groups are not to be shown.</summary>
    /// <param name="groups">All groups of a tree or list.</param>
    /// <param name="minimum">Members that a group must have to be shown, at least 1.</param>
    public static IReadOnlySet<string> Hidden(IReadOnlyCollection<GroupSize> groups, int minimum)
    {
        var hidden = new HashSet<string>(StringComparer.Ordinal);
        var childrenOf = groups.ToLookup(group => group.Parent ?? "");
        var known = groups.Select(group => group.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var group in groups.Where(group => group.Parent is null || !known.Contains(group.Parent)).Select(group => group.Parent ?? "").Distinct())
        {
            HideUnder(childrenOf, group, minimum, isParentHidden: false, hidden);
        }

        return hidden;
    }

    private static void HideUnder(ILookup<string, GroupSize> childrenOf, string parent, int minimum, bool isParentHidden, HashSet<string> hidden)
    {
        var children = childrenOf[parent].OrderBy(child => child.Members).ThenBy(child => child.Id, StringComparer.Ordinal).ToArray();
        var count = isParentHidden ? children.Length : CountToHide(children, minimum);
        for (var i = 0; i < children.Length; i++)
        {
            if (i < count)
            {
                hidden.Add(children[i].Id);
            }

            HideUnder(childrenOf, children[i].Id, minimum, i < count, hidden);
        }
    }

    // The smallest are hidden: first those below the minimum, then others until what is hidden is no single group and no small one.
    private static int CountToHide(GroupSize[] children, int minimum)
    {
        var count = children.Count(child => child.Members < minimum);
        while (count > 0 && count < children.Length && (count < FewestHiddenTogether || children.Take(count).Sum(child => child.Members) < minimum))
        {
            count++;
        }

        return count;
    }
}
