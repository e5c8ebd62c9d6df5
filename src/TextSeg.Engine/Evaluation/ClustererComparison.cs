using TextSeg.Engine.Standalone;
using TextSeg.Mining;
using TextSeg.Mining.Clustering;
using TextSeg.Mining.Topics;

namespace TextSeg.Engine.Evaluation;

/// <summary>All clusterers on the same posts: the same vectors, neighbours and graph.</summary>
/// <param name="Posts">Posts with words.</param>
/// <param name="Texts">Different texts among them.</param>
/// <param name="TrueK">Number of labels; null where there are none.</param>
/// <param name="Clusterers">What each made of them, in the order of the catalog.</param>
/// <param name="Advice">Which to take.</param>
public sealed record ClustererComparison(int Posts, int Texts, int? TrueK, IReadOnlyList<ClustererFigures> Clusterers, ClustererAdvice Advice)
{
    /// <summary>Most different texts for clusterers whose time grows with the square of their number.</summary>
    public const int MostForLinks = 20_000;

    /// <summary>Runs all clusterers, one after the other.</summary>
    /// <param name="posts">The posts; those without words are left out.</param>
    /// <param name="vectors">The vector of each post.</param>
    /// <param name="options">Settings; the number of topics wanted goes to the clusterers that can be given one, the clusterer itself is not looked at.</param>
    /// <param name="clock">Takes the time.</param>
    /// <param name="progress">Told which clusterer runs.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ClustererComparison Run(
        IReadOnlyList<PreparedPost> posts, VectorTable vectors, TopicOptions options, TimeProvider clock, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        var graph = new TopicFinder(Chosen(options, ClustererCatalog.Graph)).Connect(TopicJob.Input(posts, vectors), progress, cancellationToken);
        var truth = KnownGroups.Of(posts);
        var figures = new List<ClustererFigures>();
        foreach (var name in ClustererCatalog.Names)
        {
            progress?.Report(new StageProgress(name, 0, 1));
            figures.Add(WhyLeftOut(name, graph.Keys.Length) is { } reason
                ? new ClustererFigures { Name = name, LeftOut = reason }
                : Measure(graph, truth, Chosen(options, name), clock, cancellationToken));
            progress?.Report(new StageProgress(name, 1, 1));
        }

        return new ClustererComparison(posts.Count, graph.Keys.Length, truth?.Count, figures, ClustererAdvice.For(figures));
    }

    private static ClustererFigures Measure(TopicGraph graph, KnownGroups? truth, TopicOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var heap = new HeapWatch(clock);
        var start = clock.GetTimestamp();
        var tree = new TopicFinder(options).Group(graph, null, cancellationToken);
        var (seconds, memory) = (clock.GetElapsedTime(start).TotalSeconds, heap.Megabytes());
        var posts = (double)Math.Max(1, tree.Reader.TopicOf.Length);
        var groups = tree.Reader.Topics.Select(topic => (Share: topic.Size / posts, topic.Stability, IsTiny: topic.Size < options.SmallestTopic)).ToArray();
        return new ClustererFigures
        {
            Name = options.Clusterer.Name,
            K = tree.K,
            ShareNone = tree.Reader.TopicOf.Count(topic => topic < 0) / posts,
            ShareLargest = groups.Select(group => group.Share).DefaultIfEmpty().Max(),
            ShareTiny = groups.Where(group => group.IsTiny).Sum(group => group.Share),
            Score = groups.Where(group => !group.IsTiny).Sum(group => group.Share * group.Stability * (1 - group.Share)),
            Silhouette = tree.Silhouette,
            Stability = tree.Stability,
            Seconds = Math.Round(seconds, 3),
            MemoryMegabytes = Math.Round(memory, 1),
            Agreement = truth?.Compare(tree.Reader.TopicOf),
        };
    }

    private static TopicOptions Chosen(TopicOptions options, string name) => new()
    {
        Clusterer = new ClustererChoice { Name = name },
        Level = ClustererCatalog.FindsNumber(name) ? null : options.Level,
        Seed = options.Seed,
        Threads = options.Threads,
    };

    private static string? WhyLeftOut(string name, int texts) => name is ClustererCatalog.Average or ClustererCatalog.Ward && texts > MostForLinks
        ? string.Create(System.Globalization.CultureInfo.CurrentCulture, $"left out: {texts:N0} different texts are more than {MostForLinks:N0}, and its time grows with their square")
        : null;
}
