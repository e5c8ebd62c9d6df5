using TextSeg.Engine.Standalone;
using TextSeg.Mining;
using TextSeg.Mining.Neighbors;
using TextSeg.Mining.Relevance;
using TextSeg.Nlp.Encoders;

namespace TextSeg.Engine.Evaluation;

/// <summary>Asks labelled posts as questions and looks whether the posts found have the same label.</summary>
/// <param name="encoder">Makes the vectors.</param>
/// <param name="questions">How many posts are asked, drawn by their ids.</param>
/// <param name="seed">Seed of the draw.</param>
public sealed class RetrievalTest(OnnxEncoder encoder, int questions, ulong seed)
{
    private const int Nearest = 10;
    private const double Relevant = 0.5;
    private const int BackgroundPosts = 4_000;

    /// <exception cref="JobException">No label is shared by two posts.</exception>
    public RetrievalEvaluation Run(IReadOnlyList<PreparedPost> all, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        PreparedPost[] posts = [.. all.Where(post => post.HasWords && post.Label is not null).OrderBy(DrawKey)];
        var labels = LabelCodes.Of(posts.Select(post => post.Label!));
        var sizes = labels.CountBy(label => label).ToDictionary();
        int[] asked = [.. Enumerable.Range(0, posts.Length).Where(post => sizes[labels[post]] > 1).Take(questions)];
        if (asked.Length == 0)
        {
            throw new JobException("No two records share a label: name the column with the known groups.") { IsWrongUse = true };
        }

        var vectors = PostVectors.Encode(encoder, [.. posts.Select(post => post.Prose)], progress, cancellationToken);
        var queries = PostVectors.Encode(encoder, [.. asked.Select(post => posts[post].Prose)], null, cancellationToken, EncodeRole.Query);
        var background = Math.Min(BackgroundPosts, vectors.Count) * vectors.Dimension;
        var calibration = RelevanceCalibration.Fit(new VectorTable(vectors.Dimension, vectors.Values[..background]));
        var answers = new List<Answer>();
        for (var question = 0; question < asked.Length; question++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            answers.Add(Ask(asked[question], queries[question], vectors, labels, calibration));
            progress?.Report(new StageProgress("ask", question + 1, asked.Length));
        }

        return Mean(answers, posts.Length);
    }

    private ulong DrawKey(PreparedPost post) => (ulong)ContentHash.Of($"{seed}\u001F{post.Id}\u001F{post.Prose}");

    private static Answer Ask(int asked, ReadOnlySpan<float> query, VectorTable vectors, int[] labels, RelevanceCalibration calibration)
    {
        var cosines = new float[vectors.Count];
        for (var post = 0; post < cosines.Length; post++)
        {
            cosines[post] = post == asked ? float.NegativeInfinity : SpanDot.Dot(query, vectors[post]);
        }

        int[] order = [.. Enumerable.Range(0, cosines.Length).Where(post => post != asked).OrderByDescending(post => cosines[post])];
        var relevances = calibration.For(query, order.Length).Of([.. order.Select(post => cosines[post])]);
        var found = relevances.Count(relevance => relevance >= Relevant);
        var wanted = labels.Count(label => label == labels[asked]) - 1;
        return new Answer((double)Right(order.Take(Nearest)) / Math.Min(Nearest, order.Length), Right(order.Take(found)), found, wanted);

        int Right(IEnumerable<int> posts) => posts.Count(post => labels[post] == labels[asked]);
    }

    private static RetrievalEvaluation Mean(List<Answer> answers, int posts)
    {
        var answered = answers.Where(answer => answer.Found > 0).ToList();
        return new RetrievalEvaluation(
            answers.Count,
            posts,
            answers.Average(answer => answer.PrecisionAt10),
            answers.Average(answer => answer.Recall),
            answered.Count == 0 ? 0 : answered.Average(answer => answer.Precision),
            answers.Average(answer => answer.F1),
            (double)answered.Count / answers.Count);
    }

    private readonly record struct Answer(double PrecisionAt10, int Right, int Found, int Wanted)
    {
        public double Recall => (double)Right / Wanted;

        public double Precision => Found == 0 ? 0 : (double)Right / Found;

        public double F1 => 2.0 * Right / (Found + Wanted);
    }
}
