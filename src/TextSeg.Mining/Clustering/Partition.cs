namespace TextSeg.Mining.Clustering;

/// <summary>Nodes in groups that do not overlap.</summary>
/// <param name="Labels">The group of each node, 0 to <paramref name="Count"/> − 1, or −1 for a node in no group.</param>
/// <param name="Count">Number of groups; none is empty.</param>
public sealed record Partition(int[] Labels, int Count)
{
    /// <summary>Numbers groups by falling size; among groups of one size the one with the earliest node comes first.</summary>
    /// <param name="labels">The group of each node: any numbers from 0 up, −1 for no group.</param>
    public static Partition Canonical(ReadOnlySpan<int> labels)
    {
        var compact = Compact(labels, out var count);
        var sizes = SizesOf(compact, count);
        var order = new int[count];
        var ranks = new long[count];
        for (var group = 0; group < count; group++)
        {
            order[group] = group;
            ranks[group] = ((long)-sizes[group] << 32) + group;
        }

        Array.Sort(ranks, order);
        var renamed = new int[count];
        for (var rank = 0; rank < count; rank++)
        {
            renamed[order[rank]] = rank;
        }

        for (var i = 0; i < compact.Length; i++)
        {
            compact[i] = compact[i] < 0 ? -1 : renamed[compact[i]];
        }

        return new Partition(compact, count);
    }

    /// <summary>Number of nodes in each group.</summary>
    public int[] Sizes() => SizesOf(Labels, Count);

    /// <summary>The nodes of each group, rising.</summary>
    public int[][] Members()
    {
        var members = Array.ConvertAll(Sizes(), size => new int[size]);
        var filled = new int[Count];
        for (var node = 0; node < Labels.Length; node++)
        {
            if (Labels[node] is var group and >= 0)
            {
                members[group][filled[group]++] = node;
            }
        }

        return members;
    }

    /// <summary>Renames labels to 0, 1, … by first appearance.</summary>
    internal static int[] Compact(ReadOnlySpan<int> labels, out int count)
    {
        var highest = -1;
        foreach (var label in labels)
        {
            highest = Math.Max(highest, label);
        }

        var renamed = new int[highest + 1];
        Array.Fill(renamed, -1);
        var compact = new int[labels.Length];
        count = 0;
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] < 0)
            {
                compact[i] = -1;
                continue;
            }

            ref var name = ref renamed[labels[i]];
            if (name < 0)
            {
                name = count++;
            }

            compact[i] = name;
        }

        return compact;
    }

    private static int[] SizesOf(int[] labels, int count)
    {
        var sizes = new int[count];
        foreach (var label in labels)
        {
            if (label >= 0)
            {
                sizes[label]++;
            }
        }

        return sizes;
    }
}
