using System.Globalization;
using TextSeg.Cli.Output;
using TextSeg.Engine.Standalone;
using TextSeg.Mining.Topics;

namespace TextSeg.Cli.Commands;

/// <summary>What <c>textseg topics</c> prints.</summary>
internal sealed record TopicsSummary
{
    private const int MostShown = 40;
    private const int PhrasesShown = 5;

    public required int Posts { get; init; }

    public required long Rejected { get; init; }

    public required int K { get; init; }

    /// <summary>Number of topics on each level, from coarse to fine.</summary>
    public required int[] Levels { get; init; }

    public required double Silhouette { get; init; }

    public required double Stability { get; init; }

    /// <summary>Share of the true nearest neighbours that the graph was made of, measured on a sample; 1 where every pair was looked at.</summary>
    public required double NeighborRecall { get; init; }

    public required double ShareCore { get; init; }

    public required double ShareEdge { get; init; }

    public required double ShareUnsure { get; init; }

    public required double ShareNone { get; init; }

    public required IReadOnlyDictionary<string, double> Seconds { get; init; }

    public required double PeakMemoryMegabytes { get; init; }

    /// <summary>Posts of each topic that was described with --seed-topics.</summary>
    public IReadOnlyDictionary<string, int>? SeedTopics { get; init; }

    /// <summary>Topics of the level to read.</summary>
    public required IReadOnlyList<TopicLine> Topics { get; init; }

    public required string Model { get; init; }

    public required string Clusterer { get; init; }

    public required ulong Seed { get; init; }

    public static TopicsSummary Of(PostSet posts, PostTopics topics, TopicWords words, TopicOptions options, string model, IReadOnlyDictionary<string, double> seconds) => new()
    {
        Posts = posts.Posts.Count,
        Rejected = posts.Rejected,
        K = topics.Tree.K,
        Levels = [.. topics.Tree.Levels.Select(level => level.Count)],
        Silhouette = topics.Tree.Silhouette,
        Stability = topics.Tree.Stability,
        NeighborRecall = topics.Tree.Graph.Recall,
        ShareCore = topics.ShareOf(PostState.Core),
        ShareEdge = topics.ShareOf(PostState.Edge),
        ShareUnsure = topics.ShareOf(PostState.Unsure),
        ShareNone = topics.ShareOf(PostState.None),
        SeedTopics = SeedCounts(topics.Tree),
        Topics = TopicLines.Of(topics.Tree, words, topics.Tree.ReaderLevel),
        Seconds = seconds,
        PeakMemoryMegabytes = PeakMemory.Megabytes(),
        Model = model,
        Clusterer = options.Clusterer.Describe(options.Level),
        Seed = options.Seed,
    };

    /// <summary>Null where nothing was described; 0 where no post was found.</summary>
    private static Dictionary<string, int>? SeedCounts(TopicTree tree)
    {
        var counts = tree.Reader.Topics.Where(topic => topic.SeedName is not null).ToDictionary(topic => topic.SeedName!, topic => topic.Size);
        foreach (var name in tree.EmptySeeds)
        {
            counts[name] = 0;
        }

        return counts.Count > 0 ? counts : null;
    }

    public void Print()
    {
        PrintFigures();
        var table = new FigureTable("Topic", "Posts", "Stability", "Phrases");
        foreach (var topic in Topics.OrderByDescending(topic => topic.Posts).ThenBy(topic => topic.Topic).Take(MostShown))
        {
            table.Row(FigureTable.Count(topic.Topic), FigureTable.Count(topic.Posts), FigureTable.Number(topic.Stability, "0.00"), string.Join(", ", topic.Phrases.Take(PhrasesShown)));
        }

        table.Print();
        if (Topics.Count > MostShown)
        {
            Console.Out.WriteLine(string.Create(CultureInfo.CurrentCulture, $"{Topics.Count - MostShown:N0} smaller topics are not shown: --topics-out FILE lists all, with the levels above and below."));
        }
    }

    private void PrintFigures() => new FigureTable("Topics", Clusterer)
        .Row("posts", FigureTable.Count(Posts))
        .Row("rejected records", FigureTable.Count(Rejected))
        .Row("K (topics)", FigureTable.Count(K))
        .Row("topics by level", string.Join(" · ", Levels))
        .Row("silhouette", FigureTable.Number(Silhouette))
        .Row("stability", FigureTable.Number(Stability))
        .Row("neighbours found", FigureTable.Share(NeighborRecall))
        .Row("core / edge", $"{FigureTable.Share(ShareCore)} / {FigureTable.Share(ShareEdge)}")
        .Row("unsure", FigureTable.Share(ShareUnsure))
        .Row("none", FigureTable.Share(ShareNone))
        .Seconds(Seconds)
        .Row("peak memory", FigureTable.Memory(PeakMemoryMegabytes))
        .Print();
}
