using TextSeg.Mining.Clustering;
using TextSeg.Mining.Neighbors;
using TextSeg.Mining.Neighbors.InvertedFile;

namespace TextSeg.Mining.Topics;

/// <summary>From posts to a neighbour graph of different texts: same texts become one node, languages are centred, neighbours are found, one author's pull is capped.</summary>
internal sealed class TopicGraphBuilder(TopicOptions options)
{
    // Neighbours looked up beyond those needed, as some turn out to be the same text.
    private const int Spare = 5;

    /// <summary>Builds the graph. Nodes are in the order of their stable keys.</summary>
    public TopicGraph Build(TopicInput input, IProgress<StageProgress>? progress, CancellationToken cancellation) =>
        input.Results.Once("neighbours", () => Find(input, progress, cancellation), TopicNodes.Write, TopicNodes.Read).Link(options.AuthorCap);

    private TopicNodes Find(TopicInput input, IProgress<StageProgress>? progress, CancellationToken cancellation)
    {
        var keys = RowOrder.KeysOf(input);
        var order = RowOrder.Sort(input, keys);
        var nodeAt = SameTexts.Identical(input, order, out var count);
        var firstRow = FirstRows(order, nodeAt, count);
        var centred = options.CenterByLanguage
            ? LanguageMeans.TakenOff(input.Vectors, firstRow, input.LanguageOf, options.LanguageMinimum)
            : GroupMeans.Gather(input.Vectors, firstRow);
        var k = options.NeighborsFor(count);
        var (neighbors, recall, _) = Neighbors(centred, k + Spare, progress, cancellation);

        var leaders = SameTexts.Leaders(input.Vectors, firstRow, neighbors, options.SameTextCosine);
        var nodes = Partition.Compact(leaders, out var kept);
        var chosen = FirstRows(null, nodes, kept);
        var vectors = kept == count ? centred : GroupMeans.Gather(centred, chosen);
        neighbors = kept == count
            ? MergedNeighbors.Shorten(neighbors, k)
            : MergedNeighbors.Merge(neighbors, nodes, chosen, vectors, k, count > options.MostTextsWhole ? k / 3 : k, options.Threads, cancellation);
        var nodeOf = new int[order.Length];
        var sizes = new int[kept];
        for (var place = 0; place < order.Length; place++)
        {
            nodeOf[order[place]] = nodes[nodeAt[place]];
            sizes[nodes[nodeAt[place]]]++;
        }

        var authors = input.AuthorOf is null ? [] : Authors(input.AuthorOf, nodeOf, kept);
        var nodeKeys = Array.ConvertAll(chosen, node => keys[firstRow[node]]);
        return new TopicNodes(nodeOf, sizes, nodeKeys, vectors, neighbors, authors, recall);
    }

    private FoundNeighbors Neighbors(VectorTable centred, int k, IProgress<StageProgress>? progress, CancellationToken cancellation)
    {
        var share = progress is null ? null : new ShareAsStage(progress, "neighbours", centred.Count);
        var search = new ApproximateNeighborOptions { Seed = options.Seed, Threads = options.Threads };
        return NeighborSearch.Find(centred, k, options.MostTextsWhole, search, share, cancellation);
    }

    private static int[] FirstRows(int[]? order, int[] nodeAt, int count)
    {
        var first = new int[count];
        for (var place = nodeAt.Length - 1; place >= 0; place--)
        {
            first[nodeAt[place]] = order?[place] ?? place;
        }

        return first;
    }

    private static int[] Authors(int[] authorOf, int[] nodeOf, int count)
    {
        const int unset = -2;
        var authors = new int[count];
        Array.Fill(authors, unset);
        for (var row = 0; row < nodeOf.Length; row++)
        {
            ref var author = ref authors[nodeOf[row]];
            author = author == unset || author == authorOf[row] ? authorOf[row] : -1;
        }

        return authors;
    }

    private sealed class ShareAsStage(IProgress<StageProgress> progress, string stage, int total) : IProgress<double>
    {
        public void Report(double value) => progress.Report(new StageProgress(stage, (long)(value * total), total));
    }
}
