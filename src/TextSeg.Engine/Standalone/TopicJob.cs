using TextSeg.Mining;
using TextSeg.Mining.Topics;
using TextSeg.Nlp.Encoders;

namespace TextSeg.Engine.Standalone;

/// <summary>The topic stage alone, without a workspace: vectors, then topics.</summary>
public sealed class TopicJob(OnnxEncoder encoder, TopicOptions options)
{
    /// <summary>Where finished steps are kept; nowhere by default.</summary>
    public StageResults Results { get; init; } = StageResults.None;

    /// <summary>Finds the topics of all posts with words.</summary>
    /// <exception cref="JobException">No post has words.</exception>
    public PostTopics Run(IReadOnlyList<PreparedPost> posts, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        var columns = PostColumns.Of(posts);
        if (columns.Rows.Length == 0)
        {
            throw new JobException("No record has words: name another text column with --columns text=NAME, or give other input.");
        }

        var finder = new TopicFinder(options);
        var graph = Connect(finder, posts, columns, progress, cancellationToken);
        StageMemory.Release();
        return new PostTopics(finder.Group(graph, Results, progress, cancellationToken), RowsOf(posts.Count, columns.Rows));
    }

    /// <summary>What the topic stage needs to know of posts with words.</summary>
    public static TopicInput Input(IReadOnlyList<PreparedPost> posts, VectorTable vectors) => PostColumns.Of(posts).With(vectors);

    // Of its own, so that the vectors as the encoder gave them are let go before the groups are looked for.
    private TopicGraph Connect(
        TopicFinder finder, IReadOnlyList<PreparedPost> posts, PostColumns columns, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        var vectors = Results.Once(
            "vectors",
            () => PostVectors.OfRows(encoder, posts, columns, options.MostTextsWhole, progress, cancellationToken),
            (writer, table) => table.Write(writer),
            VectorTable.Read);
        StageMemory.Release();
        return finder.Connect(columns.With(vectors) with { Results = Results }, progress, cancellationToken);
    }

    private static int[] RowsOf(int posts, int[] mined)
    {
        var rowOf = new int[posts];
        Array.Fill(rowOf, -1);
        for (var row = 0; row < mined.Length; row++)
        {
            rowOf[mined[row]] = row;
        }

        return rowOf;
    }
}
