using TextSeg.Engine.Standalone;
using TextSeg.Mining;
using TextSeg.Mining.Topics;
using TextSeg.Nlp.Encoders;

namespace TextSeg.Engine.Evaluation;

/// <summary>How much of the topics is found again when a fifth of the posts is missing and the whole stage runs anew.</summary>
/// <param name="Posts">Posts with words.</param>
/// <param name="K">Topics at the reader's level.</param>
/// <param name="Silhouette">Mean silhouette, −1 to 1.</param>
/// <param name="Resampling">Agreement of the samples with the full result.</param>
public sealed record StabilityTest(int Posts, int K, double Silhouette, TopicResampling Resampling)
{
    /// <summary>Encodes the posts, finds their topics, and finds them again in samples of 80 %.</summary>
    /// <exception cref="JobException">No post has words.</exception>
    public static StabilityTest Run(
        OnnxEncoder encoder, TopicOptions options, IReadOnlyList<PreparedPost> posts, int samples, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        PreparedPost[] mined = [.. posts.Where(post => post.HasWords)];
        if (mined.Length == 0)
        {
            throw new JobException("No record has words: name another text column with --columns text=NAME, or give other input.");
        }

        var input = TopicJob.Input(mined, PostVectors.Encode(encoder, [.. mined.Select(post => post.Prose)], progress, cancellationToken));
        var full = new TopicFinder(options).Find(input, progress, cancellationToken);
        progress?.Report(new StageProgress("samples", 0, samples));
        var resampling = TopicResampling.Measure(input, full, options, samples, cancellation: cancellationToken);
        progress?.Report(new StageProgress("samples", samples, samples));
        return new StabilityTest(mined.Length, full.K, full.Silhouette, resampling);
    }
}
