using TextSeg.Engine.Storage;
using TextSeg.Mining;
using TextSeg.Nlp.Classifiers;
using TextSeg.Nlp.Languages;

namespace TextSeg.Engine.Annotation;

/// <summary>
/// The batch stage that labels posts: the language of each, and what it feels, wants and how urgent it is. What a model says of the post
/// alone is kept as an annotation; the post's own language then also heeds the source and, for short texts, the thread and the author.
/// </summary>
public sealed class AnnotateStage(Workspace workspace, LanguageIdentifier identifier)
{
    /// <summary>Name of the label.</summary>
    public const string LanguageLabel = "language";

    private const int BatchPosts = 4_000;
    internal const string ModelName = "languages";

    /// <summary>Reads moods, intents and urgency; null leaves them as they are.</summary>
    public ITextClassifier? Classifier { get; init; }

    /// <summary>Posts read and kept at a time: what a kill may cost, at least 1. Default 2,048.</summary>
    public int PostsReadAtOnce { get; init; } = 2_048;

    /// <summary>Labels the posts that have no label yet, then settles the languages of all.</summary>
    public void Run(IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.Begin("annotate");
        var ids = Unlabelled();
        var done = 0;
        foreach (var batch in ids.Chunk(BatchPosts))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var texts = workspace.Connection.Query(
                $"SELECT Id, Prose FROM Posts WHERE Id IN ({workspace.Connection.Provider.NumbersIn("$1")})",
                row => (Id: row.GetInt64(0), Prose: row.GetString(1)),
                SqlList.Of(batch)).ToArray();
            var guesses = new LanguageGuess[texts.Length];
            Parallel.For(0, texts.Length, i => guesses[i] = identifier.Identify(texts[i].Prose));
            workspace.Connection.InTransaction(() => Write([.. texts.Select(text => text.Id).Zip(guesses)]));
            Telemetry.Count("annotate", batch.Length);
            progress?.Report(new StageProgress("annotate", done += batch.Length, ids.Length));
        }

        Settle(ids);
        if (Classifier is not null)
        {
            new PostLabels(workspace, new PostReader(Classifier), PostsReadAtOnce).Run(progress, cancellationToken);
        }
    }

    private long[] Unlabelled() => [.. workspace.Connection.Query("SELECT Id FROM Posts WHERE Language IS NULL AND Prose IS NOT NULL ORDER BY Id", row => row.GetInt64(0))];

    private void Settle(long[] ids) => workspace.Connection.InTransaction(() =>
    {
        if (ids.Length > 0 || Settings.Read(workspace.Connection, Settings.Unsettled) == "1")
        {
            new LanguageSettlement(workspace).Run();
            Settings.Write(workspace.Connection, Settings.Unsettled, "0");
        }

        workspace.Connection.Provider.Words.Settle(workspace.Connection, null);
    });

    // A post without a language is new or its words changed: whatever was read of it before is forgotten.
    private void Write((long Id, LanguageGuess Guess)[] labels)
    {
        AnnotationRows.Forget(workspace, labels.Select(label => label.Id));
        using var writer = AnnotationRows.Write(workspace);
        foreach (var (id, guess) in labels)
        {
            writer.Write(id, LanguageLabel, guess.Language, guess.Confidence, ModelName);
        }

        writer.Complete();
    }
}
