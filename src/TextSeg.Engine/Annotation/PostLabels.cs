using TextSeg.Engine.Storage;
using TextSeg.Mining;
using TextSeg.Nlp.Classifiers;

namespace TextSeg.Engine.Annotation;

/// <summary>
/// Reads the posts that this model has not read yet and keeps the labels to show, each with its confidence: one row of a kind, for emotions
/// one or more, for frustration one row whose confidence is the score. A post's labels are written whole or not at all, so a killed run goes on where it was.
/// </summary>
internal sealed class PostLabels(Workspace workspace, PostReader reader, int postsAtOnce)
{
    private const int Decimals = 4;

    /// <summary>
    /// Reads all posts with words that have no label of this model and version; labels of another model are replaced. The order hangs on what the posts are,
    /// not on when they came, and an interrupted run has it too: the last digits of a probability depend on the texts beside it, and so batches hold the same texts.
    /// </summary>
    /// <param name="progress">Told what is done.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    public void Run(IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        var ids = workspace.Connection.Query(
            """
            SELECT Id FROM Posts WHERE Prose <> '' AND NOT EXISTS (
                SELECT 1 FROM Annotations WHERE PostId = Posts.Id AND Kind = $1 AND Model = $2) ORDER BY TextKey, Source, ExternalId
            """,
            row => row.GetInt64(0),
            reader.Heads[0].Name,
            reader.Name).ToArray();
        var batches = ids.Chunk(postsAtOnce).ToArray();
        OneAhead.RunAsync(batches.Length, (at, stop) => Begin(batches[at], stop), Keep, cancellationToken).GetAwaiter().GetResult();

        Task Keep(int at, IReadOnlyList<PostReading> readings)
        {
            workspace.Connection.InTransaction(() => Write(workspace, reader.Name, [.. batches[at].Zip(readings)]));
            progress?.Report(new StageProgress("moods", Math.Min((at + 1) * postsAtOnce, ids.Length), ids.Length));
            return Task.CompletedTask;
        }
    }

    private Task<IReadOnlyList<PostReading>> Begin(long[] batch, CancellationToken cancellationToken)
    {
        var texts = Read(batch);
        return Task.Run(() => Timed([.. batch.Select(id => texts[id])], cancellationToken), CancellationToken.None);
    }

    private IReadOnlyList<PostReading> Timed(PostText[] texts, CancellationToken cancellationToken)
    {
        using var time = Telemetry.BeginModel("reader");
        return reader.Read(texts, cancellationToken);
    }

    // The language read off the post alone: the settled one hangs on other posts, and a label must not.
    private Dictionary<long, PostText> Read(long[] ids) => workspace.Connection.Query(
        $"""
        SELECT Id, Prose, COALESCE(StatedLanguage, Label, 'unknown') FROM Posts LEFT JOIN Annotations ON PostId = Id AND Annotations.Kind = 'language'
        WHERE Id IN ({workspace.Connection.Provider.NumbersIn("$1")})
        """,
        row => KeyValuePair.Create(row.GetInt64(0), new PostText(row.GetString(1), row.GetString(2))),
        SqlList.Of(ids)).ToDictionary();

    /// <summary>Writes what was read in place of what an earlier model read, within the open transaction.</summary>
    internal static void Write(Workspace workspace, string model, IReadOnlyList<(long Id, PostReading Reading)> readings)
    {
        AnnotationRows.Forget(workspace, readings.Select(post => post.Id), AnnotateStage.LanguageLabel);
        using var writer = AnnotationRows.Write(workspace);
        foreach (var (id, reading) in readings)
        {
            foreach (var answer in reading.Answers)
            {
                foreach (var label in answer.Head == HeadNames.Frustration ? answer.Probabilities.DefaultIfEmpty(new LabelReading(HeadNames.Frustration, 0)) : answer.Labels)
                {
                    writer.Write(id, answer.Head, label.Label, Math.Round(label.Probability, Decimals), model);
                }
            }
        }

        writer.Complete();
    }
}
