using TextSeg.Mining.Clustering;

namespace TextSeg.Mining.Topics;

/// <summary>How much of the topics is found again when the whole stage sees only a sample of the posts: neighbours, level and all are found anew.</summary>
/// <param name="Agreement">Mean adjusted Rand index with the full result at the reader's level, over all posts of the samples.</param>
/// <param name="CoreAgreement">The same over the posts that the full result calls core.</param>
/// <param name="ShareCore">Share of all posts that the full result calls core.</param>
/// <param name="Counts">Number of topics in each sample.</param>
public sealed record TopicResampling(double Agreement, double CoreAgreement, double ShareCore, int[] Counts)
{
    /// <summary>Measures it. Samples are drawn by the posts' stable keys.</summary>
    /// <param name="input">The posts of the full result.</param>
    /// <param name="full">The full result.</param>
    /// <param name="options">The options it was found with.</param>
    /// <param name="samples">Number of samples, at least 1.</param>
    /// <param name="share">Share of the posts in a sample, above 0 and below 1.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static TopicResampling Measure(
        TopicInput input, TopicTree full, TopicOptions options, int samples = 3, double share = 0.8, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        var keys = RowOrder.KeysOf(input);
        var counts = new int[samples];
        double all = 0, core = 0;
        for (var sample = 0; sample < samples; sample++)
        {
            var rows = Resampling.Sample(keys, share, StableRandom.Derive(~options.Seed, sample));
            var found = new TopicFinder(options).Find(Take(input, rows), null, cancellation);
            var (before, after) = (Array.ConvertAll(rows, row => full.Reader.TopicOf[row]), found.Reader.TopicOf);
            all += ClusterAgreement.AdjustedRand(before, after) / samples;
            var isCore = Array.ConvertAll(rows, row => full.StateOf[row] == PostState.Core);
            core += ClusterAgreement.AdjustedRand([.. before.Where((_, i) => isCore[i])], [.. after.Where((_, i) => isCore[i])]) / samples;
            counts[sample] = found.K;
        }

        return new TopicResampling(all, core, full.ShareOf(PostState.Core), counts);
    }

    private static TopicInput Take(TopicInput input, int[] rows) => new(GroupMeans.Gather(input.Vectors, rows))
    {
        LanguageOf = input.LanguageOf is { } languages ? Array.ConvertAll(rows, row => languages[row]) : null,
        AuthorOf = input.AuthorOf is { } authors ? Array.ConvertAll(rows, row => authors[row]) : null,
        TextKeyOf = input.TextKeyOf is { } texts ? Array.ConvertAll(rows, row => texts[row]) : null,
        StableKeyOf = input.StableKeyOf is { } keys ? Array.ConvertAll(rows, row => keys[row]) : null,
    };
}
