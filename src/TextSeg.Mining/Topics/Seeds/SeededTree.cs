using TextSeg.Mining.Clustering;

namespace TextSeg.Mining.Topics.Seeds;

/// <summary>Groups at all levels after seeds took theirs: at the reader's level each seed with texts is one group, no two share one; levels above and below follow.</summary>
internal static class SeededTree
{
    /// <summary>The tree with seeds, and the group of each seed at the reader's level, −1 for a seed that nothing supports.</summary>
    public static (ClusterTree Tree, int[] SeedGroups) Pull(TopicGraph graph, ClusterTree tree, int threads, CancellationToken cancellation)
    {
        if (graph.Seeds.Count == 0 || graph.Vectors.Count == 0)
        {
            return (tree, [.. graph.Seeds.Select(_ => -1)]);
        }

        var seedOf = new SeedClaims(graph, tree.Reader.Groups).Assign();
        var labels = Enumerable.Range(0, tree.Levels.Length).Select(level => Labels(tree, level, seedOf)).ToArray();
        var levels = new ClusterLevel[labels.Length];
        for (var level = 0; level < levels.Length; level++)
        {
            levels[level] = Level(graph, tree.Levels[level], Partition.Canonical(labels[level]), level > 0 ? levels[level - 1].Groups : null, threads, cancellation);
        }

        var groups = levels[tree.ReaderLevel].Groups;
        return (tree with { Levels = levels }, [.. Enumerable.Range(0, graph.Seeds.Count).Select(seed => Array.IndexOf(seedOf, seed) is var node and >= 0 ? groups.Labels[node] : -1)]);
    }

    private static int[] Labels(ClusterTree tree, int level, int[] seedOf)
    {
        var old = tree.Levels[level].Groups;
        if (level == tree.ReaderLevel)
        {
            return [.. old.Labels.Select((label, node) => seedOf[node] >= 0 ? old.Count + seedOf[node] : label)];
        }

        if (level > tree.ReaderLevel)
        {
            var seeds = seedOf.Max() + 2;
            return [.. old.Labels.Select((label, node) => label < 0 ? -1 : (label * seeds) + seedOf[node] + 1)];
        }

        var home = Homes(tree, level, seedOf);
        return [.. old.Labels.Select((label, node) => seedOf[node] >= 0 ? home.GetValueOrDefault(seedOf[node], -1) : label)];
    }

    /// <summary>For each seed the coarser group that holds most of its texts, chosen right above the reader's level and followed up from there.</summary>
    private static Dictionary<int, int> Homes(ClusterTree tree, int level, int[] seedOf)
    {
        var above = tree.Levels[tree.ReaderLevel - 1].Groups;
        var homes = seedOf.Select((seed, node) => (Seed: seed, Group: above.Labels[node])).Where(pair => pair.Seed >= 0 && pair.Group >= 0)
            .GroupBy(pair => pair.Seed, pair => pair.Group)
            .ToDictionary(seed => seed.Key, seed => seed.CountBy(group => group).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).First().Key);
        for (var at = tree.ReaderLevel - 1; at > level; at--)
        {
            homes = homes.ToDictionary(pair => pair.Key, pair => tree.Levels[at].Parent[pair.Value]);
        }

        return homes;
    }

    private static ClusterLevel Level(TopicGraph graph, ClusterLevel old, Partition groups, Partition? before, int threads, CancellationToken cancellation)
    {
        var parents = before is null ? [.. Enumerable.Repeat(-1, groups.Count)] : NestedLevels.Parents(groups, before);
        return old with
        {
            Groups = groups, Parent = parents, GroupStability = Stability(old, groups), Silhouette = Silhouette.Of(graph.Vectors, groups, threads, cancellation),
        };
    }

    /// <summary>Of a group that was made of several, or of a part of one: the mean over its texts of the groups they were found in.</summary>
    private static double[] Stability(ClusterLevel old, Partition groups)
    {
        var (sums, sizes) = (new double[groups.Count], groups.Sizes());
        for (var node = 0; node < groups.Labels.Length; node++)
        {
            if (groups.Labels[node] >= 0 && old.Groups.Labels[node] >= 0)
            {
                sums[groups.Labels[node]] += old.GroupStability[old.Groups.Labels[node]];
            }
        }

        return [.. sums.Zip(sizes, (sum, size) => sum / Math.Max(1, size))];
    }
}
