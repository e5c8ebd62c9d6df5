using TextSeg.Engine.Sources;
using TextSeg.Engine.Sources.Pulling;
using TextSeg.Engine.Storage;
using TextSeg.Mining;

namespace TextSeg.Engine.Ingestion;

/// <summary>Pulls a source into the workspace. The cursor is stored in the transaction of its page's last posts: killed anywhere, the next pull goes on with nothing lost and nothing twice.</summary>
internal sealed class PostPull(Workspace workspace, IngestOptions options, TimeProvider clock)
{
    /// <summary>Told what became of each record.</summary>
    public Action<IReadOnlyList<RowAnswer>>? Answered { get; init; }

    /// <summary>Pulls until the source has no more. A server that fails later than at the first page ends the pull; the fault is in the result.</summary>
    /// <exception cref="JobException">The server failed at once.</exception>
    public async Task<IngestResult> RunAsync(IPulledSource source, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        var result = new IngestResult();
        using var intake = new PostIntake(workspace, source.Name, null, clock, goesOn: true) { Answered = Answered };
        try
        {
            await PullAsync(source, intake, progress, cancellationToken);
        }
        catch (JobException fault) when (intake.Posts + intake.Rejected > 0)
        {
            result.UnreadableInputs.Add(fault.Message);
        }

        intake.AddTo(result);
        result.Sources.Add(new SourceReport { Path = source.Name, Format = "pages of a server", Taken = intake.Posts, Rejected = intake.Rejected });
        return result;
    }

    /// <summary>Where the next pull of a source goes on; null at the very first.</summary>
    public string? CursorOf(string source) => Settings.Read(workspace.Connection, Settings.CursorOf(source)) is { Length: > 0 } stored ? stored : null;

    /// <summary>Stores one page, with where the next one begins.</summary>
    public IngestResult Take(string source, PulledPage page)
    {
        var result = new IngestResult();
        using var intake = new PostIntake(workspace, source, null, clock, goesOn: true) { Answered = Answered };
        Store(intake, page, Settings.CursorOf(source));
        intake.AddTo(result);
        return result;
    }

    private async Task PullAsync(IPulledSource source, PostIntake intake, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        var (key, cursor) = (Settings.CursorOf(source.Name), CursorOf(source.Name));
        for (var hasMore = true; hasMore;)
        {
            var page = await source.PullAsync(cursor, cancellationToken);
            Store(intake, page, key);
            if (page.HasMore && page.Cursor == cursor)
            {
                throw new JobException($"{source.Name} says that there is more and does not move on.");
            }

            (cursor, hasMore) = (page.Cursor, page.HasMore);
            progress?.Report(new StageProgress("pull", intake.Posts, 0));
        }
    }

    private void Store(PostIntake intake, PulledPage page, string key)
    {
        SourceRow[][] batches = [.. page.Rows.Chunk(options.BatchPosts)];
        foreach (var batch in batches.SkipLast(1))
        {
            intake.Take(batch);
        }

        intake.Take(batches.Length > 0 ? batches[^1] : [], () => Settings.Write(workspace.Connection, key, page.Cursor ?? ""));
    }
}
