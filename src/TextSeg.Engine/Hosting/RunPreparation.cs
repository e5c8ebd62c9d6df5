using TextSeg.Engine.Annotation;
using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Vectors;
using TextSeg.Mining;
using TextSeg.Nlp.Classifiers;

namespace TextSeg.Engine.Hosting;

/// <summary>
/// The batch stages of a run over a workspace that goes on taking posts in: the same as of <see cref="MiningPipeline.RunBatchStagesAsync(IReadOnlyList{TextSeg.Engine.Sources.InputFile}, IProgress{StageProgress}?, CancellationToken)"/>,
/// in short turns between which others write. Posts that come after its beginning are not waited for.
/// </summary>
internal sealed class RunPreparation(LiveWorkspace live, PostCarrier carrier, MiningTools tools, MiningOptions options, TimeProvider clock, IProgress<StageProgress>? progress)
{
    private const int ChangesOfATurn = 2_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public Task RunAsync(CancellationToken cancellationToken) => StorageFault.GuardAsync(live.Address, async () =>
    {
        var (last, isUnprepared) = await TurnAsync(Begin, cancellationToken);
        await AddUnfinishedAsync(last, cancellationToken);
        await CarryAsync(last, cancellationToken);
        if (isUnprepared)
        {
            await CleanAnewAsync(last, cancellationToken);
            await CarryAsync(last, cancellationToken);
            await MarkAsync(cancellationToken);
        }

        await SettleAsync(cancellationToken);
        return true;
    });

    // "2" says that a run looks at all posts; posts that come meanwhile write "1", and the next run looks again.
    private static (long Last, bool IsUnprepared) Begin(Workspace workspace)
    {
        var isUnprepared = Settings.Read(workspace.Connection, Settings.Unprepared) is not (null or "0");
        if (isUnprepared)
        {
            Settings.Write(workspace.Connection, Settings.Unprepared, "2");
        }

        return (workspace.Connection.Query("SELECT COALESCE(MAX(Id), 0) FROM Posts", row => row.GetInt64(0)).Single(), isUnprepared);
    }

    /// <summary>Lets posts wait that lack a result, as when another reading model was installed or vectors were lost.</summary>
    private async Task AddUnfinishedAsync(long last, CancellationToken cancellationToken)
    {
        using var view = live.OpenToRead();
        var unread = tools.Classifier is null ? "" : "OR (Prose <> '' AND NOT EXISTS (SELECT 1 FROM Annotations WHERE PostId = Posts.Id AND Annotations.Kind = $2 AND Model = $3))";
        object[] reader = tools.Classifier is { } classifier ? [classifier.Heads[0].Name, classifier.Name] : [];
        var unfinished = view.Connection.Query(
            $"SELECT Id FROM Posts WHERE Id <= $1 AND (Prose IS NULL OR (Prose <> '' AND NeedsVector = 1) OR Language IS NULL {unread}) ORDER BY Id", row => row.GetInt64(0), [last, .. reader]).ToHashSet();
        unfinished.UnionWith(await WithoutVectorAsync(view, last, cancellationToken));
        foreach (var part in unfinished.Order().Chunk(ChangesOfATurn))
        {
            await TurnAsync(workspace => new WaitingPosts(workspace).Add(part, clock.GetUtcNow()), cancellationToken);
        }
    }

    private async Task<IReadOnlyList<long>> WithoutVectorAsync(Workspace view, long last, CancellationToken cancellationToken)
    {
        // Opened to write once, so that it is there, also where no post has words: then the run says so.
        await live.WriteAsync(workspace => live.Knowledge.StoreAsync(workspace, tools), cancellationToken);
        var encoded = view.Connection.Query("SELECT Id FROM Posts WHERE Id <= $1 AND Prose <> '' AND NeedsVector = 0 ORDER BY Id", row => row.GetInt64(0), last).ToArray();
        if (encoded.Length == 0)
        {
            return [];
        }

        await using var store = tools.OpenStoreToRead(view);
        return await store.MissingAsync(encoded, cancellationToken);
    }

    /// <summary>Carries what waits up to a post, and waits for what others carry.</summary>
    private async Task CarryAsync(long last, CancellationToken cancellationToken)
    {
        var done = 0;
        while (true)
        {
            var (taken, _) = await carrier.NextAsync(live, last, null, cancellationToken);
            progress?.Report(new StageProgress("encode", done += taken, 0));
            if (taken == 0 && !await TurnAsync(workspace => new WaitingPosts(workspace).AnyUpTo(last), cancellationToken))
            {
                return;
            }

            await (taken == 0 ? Task.Delay(Pause, clock, cancellationToken) : Task.CompletedTask);
        }
    }

    /// <summary>Names of members are masked in all posts, so those that came later may change the words of earlier posts.</summary>
    private async Task CleanAnewAsync(long last, CancellationToken cancellationToken)
    {
        using var view = live.OpenToRead();
        var fresh = MaskingKnowledge.Read(view);
        var preparation = new PostPreparation(view, options.Ingest);
        var ids = view.Connection.Query("SELECT Id FROM Posts WHERE Id <= $1 ORDER BY Id", row => row.GetInt64(0), last).ToArray();
        var done = 0;
        foreach (var batch in ids.Chunk(options.Ingest.BatchPosts))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var part in preparation.Differing(fresh, batch).Chunk(PostCarrier.MostOfABatch))
            {
                await carrier.AnewAsync(live, part, fresh, cancellationToken);
            }

            progress?.Report(new StageProgress("clean", done += batch.Length, ids.Length));
        }
    }

    private async Task MarkAsync(CancellationToken cancellationToken)
    {
        await TurnAsync(ReplyLinks.Resolve, cancellationToken);
        using var view = live.OpenToRead();
        foreach (var part in new DuplicateMarking(view, options.Ingest.Duplicates).Find().Changes.Chunk(ChangesOfATurn))
        {
            await TurnAsync(workspace => workspace.Connection.InTransaction(() => DuplicateMarking.Write(workspace, part)), cancellationToken);
        }

        await TurnAsync(workspace => workspace.Connection.Execute($"UPDATE Settings SET Value = '0' WHERE Key = '{Settings.Unprepared}' AND Value = '2'"), cancellationToken);
    }

    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        await TurnAsync(workspace => Settings.Write(workspace.Connection, Settings.Unsettled, "0"), cancellationToken);
        using var view = live.OpenToRead();
        foreach (var part in new LanguageSettlement(view).Find().Chunk(ChangesOfATurn))
        {
            await TurnAsync(workspace => workspace.Connection.InTransaction(() =>
            {
                LanguageSettlement.Write(workspace, part);
                workspace.Connection.Provider.Words.Settle(workspace.Connection, [.. part.Select(post => post.Post)]);
            }), cancellationToken);
        }
    }

    private Task<T> TurnAsync<T>(Func<Workspace, T> turn, CancellationToken cancellationToken) => live.WriteAsync(workspace => Task.FromResult(turn(workspace)), cancellationToken);

    private Task<bool> TurnAsync(Action<Workspace> turn, CancellationToken cancellationToken) => live.WriteAsync(
        workspace =>
        {
            turn(workspace);
            return Task.FromResult(true);
        },
        cancellationToken);
}
