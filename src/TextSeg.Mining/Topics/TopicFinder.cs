using TextSeg.Mining.Clustering;

namespace TextSeg.Mining.Topics;

/// <summary>
/// Finds the topics of a collection of posts, without being told how many: a neighbour graph of different texts, grouped by <see cref="GraphClusterer"/>,
/// and for each post how surely it belongs. The order of the rows and the number of threads do not change the result.
/// </summary>
public sealed class TopicFinder
{
    private readonly TopicOptions options;

    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public TopicFinder(TopicOptions options)
    {
        options.Validate();
        this.options = options;
    }

    /// <summary>Finds topics.</summary>
    /// <exception cref="ArgumentException">The parts of the input do not fit one another.</exception>
    public TopicTree Find(TopicInput input, IProgress<StageProgress>? progress = null, CancellationToken cancellation = default)
    {
        input.Validate();
        var graph = new TopicGraphBuilder(options).Build(input, progress, cancellation);
        var tree = new GraphClusterer(options.ForClusterer()).Cluster(graph.Edges, graph.Vectors, graph.Keys, graph.NodeSizes, progress, cancellation);
        var (strengths, states) = Memberships.Of(graph, tree, options.Threads, cancellation);
        var levels = new TopicLevel[tree.Levels.Length];
        for (var level = 0; level < levels.Length; level++)
        {
            levels[level] = ToTopics(graph, tree.Levels[level], level + 1 < levels.Length ? tree.Levels[level + 1] : null);
        }

        return new TopicTree(
            levels,
            tree.ReaderLevel,
            Array.ConvertAll(graph.NodeOf, node => strengths[node]),
            Array.ConvertAll(graph.NodeOf, node => states[node]),
            graph);
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
