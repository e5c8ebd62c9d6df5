using TextSeg.Mining.Clustering;
using TextSeg.Mining.Neighbors;
using TextSeg.Mining.Profiles;
using TextSeg.Mining.Topics;

namespace TextSeg.Mining.Segments;

/// <summary>
/// Groups members by their profiles with the same method as topics: a neighbour graph, Leiden, a level chosen by itself, consensus and a hierarchy; or with another clusterer.
/// A member may hold up to three segments. The order of members and the number of threads do not change the result.
/// </summary>
public sealed class SegmentFinder
{
    private const int MostShares = 3;
    private readonly SegmentOptions _options;
    private readonly IClusterer _clusterer;

    /// <param name="options">Settings.</param>
    /// <param name="clusterer">How members are grouped; null for the one that the settings name. One that is given brings its own seed and numbers.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public SegmentFinder(SegmentOptions options, IClusterer? clusterer = null)
    {
        options.Validate();
        _options = options;
        _clusterer = clusterer ?? ClustererCatalog.Make(options.Clusterer, ClustererOptions());
    }

    /// <summary>Finds segments.</summary>
    /// <param name="profiles">One profile a member; quiet members are left out and stay quiet.</param>
    /// <param name="memberKeyOf">Identity of each member that does not depend on its number.</param>
    public SegmentTree Find(ProfileTable profiles, ulong[] memberKeyOf, IProgress<StageProgress>? progress = null, CancellationToken cancellation = default)
    {
        var members = Enumerable.Range(0, profiles.Count).Where(member => !profiles.Quiet[member] && profiles.Vectors[member].ContainsAnyExcept(0f))
            .OrderBy(member => memberKeyOf[member]).ToArray();
        var rows = GroupMeans.Gather(profiles.Vectors, members);
        var keys = Array.ConvertAll(members, member => memberKeyOf[member]);
        var neighbors = ExactNeighbors.Find(rows, _options.Neighbors, Threads.Count(_options.Threads), null, cancellation);
        var graph = new TopicGraph([.. Enumerable.Range(0, members.Length)], [.. Enumerable.Repeat(1, members.Length)], keys, rows, NeighborGraph.Build(neighbors));
        var tree = _clusterer.Cluster(new ClusteringInput(rows, keys, neighbors, graph.Edges), progress, cancellation);
        var (strengths, states) = Memberships.Of(graph, tree, _options.Threads, cancellation);
        return Assemble(profiles.Count, members, graph, tree, strengths, states);
    }

    private GraphClustererOptions ClustererOptions() => new()
    {
        Seed = _options.Seed, Threads = _options.Threads, WantedGroups = _options.Count, FewestGroups = _options.Fewest, MostGroups = _options.Most,
        SmallestGroup = _options.Smallest, LowestResolution = 0.3, HighestResolution = 8, Steps = 16,

        // A wanted number is not to be undone by splits of what was joined for it.
        TrustedSilhouette = _options.Count is null ? 0.3 : 1,
    };

    private SegmentTree Assemble(int count, int[] members, TopicGraph graph, ClusterTree tree, float[] strengths, PostState[] states)
    {
        var reader = tree.Reader;
        var centroids = GroupMeans.Unit(GroupMeans.Of(graph.Vectors, reader.Groups));
        var sizes = reader.Groups.Sizes();
        var segments = Enumerable.Range(0, reader.Groups.Count)
            .Select(group => new Segment(reader.Parent[group], sizes[group], reader.GroupStability[group], centroids[group].ToArray())).ToArray();
        var segmentOf = Filled(count, -1);
        var sharesOf = new IReadOnlyList<SegmentShare>[count];
        Array.Fill(sharesOf, []);
        var stateOf = Filled(count, PostState.None);
        var strengthOf = new float[count];
        for (var node = 0; node < members.Length; node++)
        {
            var member = members[node];
            segmentOf[member] = reader.Groups.Labels[node];
            stateOf[member] = states[node];
            strengthOf[member] = strengths[node];
            sharesOf[member] = Shares(graph.Edges, reader.Groups.Labels, node);
        }

        var levels = tree.Levels.Select(level => Spread(level.Groups.Labels, members, count)).ToArray();
        return new SegmentTree(segments, segmentOf, sharesOf, stateOf, strengthOf, levels, tree.ReaderLevel, reader.Silhouette, reader.Stability);
    }

    /// <summary>How a member's edge weight spreads over the segments: the own one first, then up to two others that hold enough of it.</summary>
    private SegmentShare[] Shares(WeightedGraph graph, int[] labels, int node)
    {
        var own = labels[node];
        if (own < 0)
        {
            return [];
        }

        var weights = new SortedDictionary<int, double> { [own] = 1e-9 };
        for (var edge = graph.Offsets[node]; edge < graph.Offsets[node + 1]; edge++)
        {
            if (labels[graph.Targets[edge]] is var label and >= 0)
            {
                weights[label] = weights.GetValueOrDefault(label) + graph.Weights[edge];
            }
        }

        var all = weights.Values.Sum();
        var kept = weights.Where(pair => pair.Key == own || pair.Value / all >= _options.OverlapShare)
            .OrderByDescending(pair => pair.Key == own).ThenByDescending(pair => pair.Value).Take(MostShares).ToArray();
        var sum = kept.Sum(pair => pair.Value);
        return [.. kept.Select(pair => new SegmentShare(pair.Key, pair.Value / sum))];
    }

    private static int[] Spread(int[] labels, int[] members, int count)
    {
        var spread = Filled(count, -1);
        for (var node = 0; node < members.Length; node++)
        {
            spread[members[node]] = labels[node];
        }

        return spread;
    }

    private static T[] Filled<T>(int count, T value)
    {
        var array = new T[count];
        Array.Fill(array, value);
        return array;
    }
}
