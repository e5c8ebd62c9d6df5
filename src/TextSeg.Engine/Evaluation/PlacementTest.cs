using TextSeg.Engine.Standalone;
using TextSeg.Engine.Topics.Placement;
using TextSeg.Mining;
using TextSeg.Mining.Clustering;
using TextSeg.Mining.Neighbors;
using TextSeg.Mining.Neighbors.InvertedFile;
using TextSeg.Mining.Topics;
using TextSeg.Mining.Topics.Edits;
using TextSeg.Mining.Topics.Placement;
using TextSeg.Nlp.Encoders;

namespace TextSeg.Engine.Evaluation;

/// <summary>How well topics of two sets agree on the same posts.</summary>
/// <param name="Posts">Posts compared.</param>
/// <param name="Ari">Adjusted Rand index, at most 1.</param>
/// <param name="Nmi">Normalised mutual information, 0 to 1.</param>
/// <param name="Accuracy">Share of posts in the same topic under the best one-to-one matching of topics, 0 to 1.</param>
public sealed record TopicAgreement(int Posts, double Ari, double Nmi, double Accuracy)
{
    internal static TopicAgreement Of(int[] first, int[] second)
    {
        var agreement = ClusterAgreement.Between(first, second);
        return new TopicAgreement(first.Length, agreement.AdjustedRandIndex, agreement.NormalizedMutualInformation, agreement.Accuracy);
    }
}

/// <summary>How well the placement of new posts agrees with a run over all posts: the later posts are placed in the topics of the earlier ones, and all posts are grouped anew.</summary>
/// <param name="K">Topics of the run over all posts.</param>
/// <param name="EarlierK">Topics of the run over the earlier posts.</param>
/// <param name="Later">Later posts as they were placed, against the run over all posts.</param>
/// <param name="Earlier">Earlier posts as the first run found them, against the run over all posts: how much two runs agree at all.</param>
/// <param name="LeftOut">Share of later posts that lie in the run's own topic when they are placed by its earlier posts, 0 to 1.</param>
/// <param name="IndexRecall">Share of the true nearest neighbours that the index of the earlier texts finds, 1 where all are compared.</param>
public sealed record PlacementTest(int K, int EarlierK, TopicAgreement Later, TopicAgreement Earlier, double LeftOut, double IndexRecall)
{
    /// <summary>Encodes the posts and measures.</summary>
    /// <param name="encoder">Makes the vectors.</param>
    /// <param name="options">How topics are found.</param>
    /// <param name="placement">How posts are placed.</param>
    /// <param name="posts">The posts; those without a time are taken by their ids.</param>
    /// <param name="share">Share of the posts that count as earlier, above 0 and below 1.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="JobException">Fewer than two posts have words.</exception>
    public static PlacementTest Run(
        OnnxEncoder encoder, TopicOptions options, PlacementOptions placement, IReadOnlyList<PreparedPost> posts, double share, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        PreparedPost[] mined = [.. posts.Where(post => post.HasWords).OrderBy(post => post.Time).ThenBy(post => post.Id, StringComparer.Ordinal)];
        var split = (int)(share * mined.Length);
        if (split < 1 || split >= mined.Length)
        {
            throw new JobException($"{mined.Length} posts with words cannot be split into earlier and later ones.");
        }

        var vectors = PostVectors.Encode(encoder, [.. mined.Select(post => post.Prose)], progress, cancellationToken);
        var earlierInput = TopicJob.Input(mined[..split], new VectorTable(vectors.Dimension, vectors.Values[..(split * vectors.Dimension)]));
        var earlier = new TopicFinder(options).Find(earlierInput, progress, cancellationToken);
        var whole = new TopicFinder(options).Find(TopicJob.Input(mined, vectors), progress, cancellationToken);
        var (nearest, recall) = Nearest(earlierInput, mined, vectors, split, placement, cancellationToken);
        var placed = nearest.Select(list => Vote(list, earlier.Reader.TopicOf)).ToArray();
        var own = nearest.Select(list => Vote(list, whole.Reader.TopicOf));
        var laterOf = whole.Reader.TopicOf[split..];
        return new PlacementTest(
            whole.K, earlier.K, TopicAgreement.Of(placed, laterOf), TopicAgreement.Of(earlier.Reader.TopicOf, whole.Reader.TopicOf[..split]),
            own.Zip(laterOf).Count(pair => pair.First == pair.Second) / (double)laterOf.Length, recall);
    }

    /// <summary>The nearest earlier posts of each later one, as a workspace finds them.</summary>
    private static (IReadOnlyList<(long Id, float Cosine)>[] Nearest, double Recall) Nearest(
        TopicInput earlier, PreparedPost[] mined, VectorTable vectors, int split, PlacementOptions options, CancellationToken cancellationToken)
    {
        var posts = new CentredPosts(earlier);
        var rows = posts.DifferentTexts(Enumerable.Range(0, split));
        var codes = mined[..split].Select((post, row) => (post.Language, Code: earlier.LanguageOf![row])).DistinctBy(pair => pair.Language).ToDictionary(pair => pair.Language, pair => pair.Code);
        var later = new VectorTable(vectors.Dimension, new float[(mined.Length - split) * vectors.Dimension]);
        for (var row = 0; row < later.Count; row++)
        {
            posts.Centre(vectors[split + row], codes.GetValueOrDefault(mined[split + row].Language, -1), later.Values.AsSpan(row * vectors.Dimension, vectors.Dimension));
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (rows.Length > options.MostTextsCompared)
        {
            var index = new NeighborIndex(vectors.Dimension, new NeighborIndexOptions { ListRows = options.ListRows, Seed = options.Seed });
            index.Add(Array.ConvertAll(rows, row => (long)row), posts.Gather(rows));
            return ([.. Enumerable.Range(0, later.Count).Select(row => index.Nearest(later[row], NeighborVote.Voters))], index.Recall);
        }

        var found = ExactNeighbors.Search(later, posts.Gather(rows), NeighborVote.Voters, null, Environment.ProcessorCount, cancellationToken);
        return ([.. Enumerable.Range(0, later.Count).Select(row => (IReadOnlyList<(long, float)>)[.. Enumerable.Range(0, found.K)
            .Select(place => (row * found.K) + place).Where(at => found.Indices[at] >= 0).Select(at => ((long)rows[found.Indices[at]], found.Similarities[at]))])], 1);
    }

    private static int Vote(IReadOnlyList<(long Id, float Cosine)> nearest, int[] topicOf) =>
        NeighborVote.Of([.. nearest.Select(near => topicOf[near.Id])], [.. nearest.Select(near => near.Cosine)]).Group;
}
