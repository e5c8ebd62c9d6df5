using TextSeg.Engine.Topics.Seeds;
using TextSeg.Mining;
using TextSeg.Mining.Topics;
using TextSeg.Mining.Topics.Seeds;
using TextSeg.Nlp.Encoders;
using TextSeg.Nlp.Languages;

namespace TextSeg.Engine.Standalone;

/// <summary>The topic stage alone, without a workspace: vectors, then topics.</summary>
public sealed class TopicJob(OnnxEncoder encoder, TopicOptions options)
{
    /// <summary>Where finished steps are kept; nowhere by default.</summary>
    public StageResults Results { get; init; } = StageResults.None;

    /// <summary>Topics that people described, and what tells the languages of their phrases; none by default.</summary>
    public (IReadOnlyList<SeedEntry> Entries, LanguageIdentifier Languages)? Seeds { get; init; }

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
        return new PostTopics(finder.Group(graph, Results, progress, cancellationToken).WithoutVectors(), RowsOf(posts.Count, columns.Rows));
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
        return finder.Connect(columns.With(vectors) with { Results = Results, Seeds = EncodeSeeds(posts, columns, cancellationToken) }, progress, cancellationToken);
    }

    private IReadOnlyList<SeedTopic> EncodeSeeds(IReadOnlyList<PreparedPost> posts, PostColumns columns, CancellationToken cancellationToken)
    {
        if (Seeds is not { } seeds)
        {
            return [];
        }

        var codes = new Dictionary<string, int>(StringComparer.Ordinal);
        var row = 0;
        foreach (var post in posts.Where(post => post.HasWords))
        {
            codes.TryAdd(post.Language, columns.LanguageOf[row++]);
        }

        return SeedEncoding.EncodeAsync(seeds.Entries, encoder, seeds.Languages, language => codes.GetValueOrDefault(language, -1), cancellationToken).GetAwaiter().GetResult();
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
