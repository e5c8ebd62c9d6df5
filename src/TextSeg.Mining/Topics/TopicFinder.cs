using TextSeg.Mining.Clustering;
using TextSeg.Mining.Topics.Seeds;

namespace TextSeg.Mining.Topics;

/// <summary>
/// Finds the topics of a collection of posts, without being told how many: a neighbour graph of different texts, grouped by <see cref="GraphClusterer"/> or another clusterer,
/// and for each post how surely it belongs. The order of the rows and the number of threads do not change the result.
/// </summary>
public sealed class TopicFinder
{
    private readonly TopicOptions options;
    private readonly IClusterer clusterer;

    /// <param name="options">Settings.</param>
    /// <param name="clusterer">How different texts are grouped; null for the one that the settings name. One that is given brings its own seed and numbers.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public TopicFinder(TopicOptions options, IClusterer? clusterer = null)
    {
        options.Validate();
        this.options = options;
        this.clusterer = clusterer ?? ClustererCatalog.Make(options.Clusterer, options.ForClusterer());
    }

    /// <summary>Finds topics.</summary>
    /// <exception cref="ArgumentException">The parts of the input do not fit one another.</exception>
    public TopicTree Find(TopicInput input, IProgress<StageProgress>? progress = null, CancellationToken cancellation = default)
    {
        return Group(Connect(input, progress, cancellation), input.Results, progress, cancellation);
    }

    /// <summary>The first half of the work: different texts, their neighbours and their graph, which several finders can share.</summary>
    /// <exception cref="ArgumentException">The parts of the input do not fit one another.</exception>
    public TopicGraph Connect(TopicInput input, IProgress<StageProgress>? progress = null, CancellationToken cancellation = default)
    {
        input.Validate();
        var graph = new TopicGraphBuilder(options).Build(input, progress, cancellation);
        return input.Seeds.Count == 0 ? graph : graph with { Seeds = SeedTopic.Centre(input, options.CenterByLanguage) };
    }

    /// <summary>The second half: groups the texts of a graph from <see cref="Connect"/>.</summary>
    /// <exception cref="ArgumentException">The graph has lost its neighbours: it is that of a result.</exception>
    public TopicTree Group(TopicGraph graph, IProgress<StageProgress>? progress = null, CancellationToken cancellation = default)
        => Group(graph, StageResults.None, progress, cancellation);

    /// <inheritdoc cref="Group(TopicGraph, IProgress{StageProgress}?, CancellationToken)"/>
    /// <param name="graph">The graph.</param>
    /// <param name="results">Where the finished steps are kept.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancellation">Stops the work.</param>
    public TopicTree Group(TopicGraph graph, StageResults results, IProgress<StageProgress>? progress, CancellationToken cancellation)
    {
        var neighbors = graph.Neighbors ?? throw new ArgumentException("The graph of a result cannot be grouped again: connect the posts anew.", nameof(graph));
        var input = new ClusteringInput(graph.Vectors, graph.Keys, neighbors, graph.Edges) { NodeSizes = graph.NodeSizes, Results = results };
        return Assemble(graph with { Neighbors = null }, clusterer.Cluster(input, progress, cancellation), cancellation);
    }

    private TopicTree Assemble(TopicGraph graph, ClusterTree found, CancellationToken cancellation)
    {
        var (tree, seedGroups) = SeededTree.Pull(graph, found, options.Threads, cancellation);
        var (strengths, states) = Memberships.Of(graph, tree, options.Threads, cancellation);
        var levels = new TopicLevel[tree.Levels.Length];
        for (var level = 0; level < levels.Length; level++)
        {
            levels[level] = ToTopics(graph, tree.Levels[level], level + 1 < levels.Length ? tree.Levels[level + 1] : null);
        }

        Name(levels[tree.ReaderLevel].Topics, graph.Seeds, seedGroups);
        return new TopicTree(
            levels,
            tree.ReaderLevel,
            Array.ConvertAll(graph.NodeOf, node => strengths[node]),
            Array.ConvertAll(graph.NodeOf, node => states[node]),
            graph)
        {
            EmptySeeds = [.. graph.Seeds.Where((_, seed) => seedGroups[seed] < 0).Select(seed => seed.Name)],
        };
    }

    private static void Name(Topic[] topics, IReadOnlyList<SeedTopic> seeds, int[] seedGroups)
    {
        for (var seed = 0; seed < seedGroups.Length; seed++)
        {
            if (seedGroups[seed] is var group and >= 0)
            {
                topics[group] = topics[group] with { SeedName = seeds[seed].Name };
            }
        }
    }

    private static TopicLevel ToTopics(TopicGraph graph, ClusterLevel level, ClusterLevel? next)
    {
        var groups = level.Groups;
        var sizes = SmallGroups.Sizes(groups, graph.NodeSizes);
        var texts = groups.Sizes();
        var centroids = GroupMeans.Unit(GroupMeans.Of(graph.Vectors, groups));
        var children = new List<int>[groups.Count];
        for (var topic = 0; topic < children.Length; topic++)
        {
            children[topic] = [];
        }

        for (var child = 0; child < (next?.Groups.Count ?? 0); child++)
        {
            children[next!.Parent[child]].Add(child);
        }

        var topics = new Topic[groups.Count];
        for (var topic = 0; topic < topics.Length; topic++)
        {
            topics[topic] = new Topic(
                level.Parent[topic], [.. children[topic]], sizes[topic], texts[topic], level.GroupStability[topic], centroids[topic].ToArray());
        }

        return new TopicLevel(Array.ConvertAll(graph.NodeOf, node => groups.Labels[node]), topics, level.Resolution, level.Silhouette, level.Stability);
    }
}
