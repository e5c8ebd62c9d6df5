using System.Diagnostics;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Storage;
using TextSeg.Mining;

namespace TextSeg.Engine.Evaluation;

/// <summary>
/// Mines some posts, then lets the others stream in at a steady rate while the batch stages carry them to their topics, as the service does, without HTTP and the bus before it.
/// The time of a post begins when it is due, so a sender that is kept waiting is counted too (no coordinated omission).
/// </summary>
public sealed class StreamTest(MiningTools tools, MiningOptions options, TimeProvider clock)
{
    private const string Source = "stream";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Measures in a workspace of its own that is gone afterwards.</summary>
    /// <param name="posts">The posts, the first of which are mined before.</param>
    /// <param name="mined">Posts to mine; at least 1 and fewer than there are.</param>
    /// <param name="perSecond">Posts a second; above 0.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<StreamFigures> RunAsync(IReadOnlyList<RawPost> posts, int mined, double perSecond, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        posts = [.. posts.DistinctBy(post => (post.Source, post.ExternalId))];
        ArgumentOutOfRangeException.ThrowIfLessThan(mined, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(mined, posts.Count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(perSecond);
        var folder = Directory.CreateTempSubdirectory("textseg-eval-").FullName;
        try
        {
            using var live = new LiveWorkspace(Source, new WorkspaceAddress(folder));
            await live.WriteAsync(workspace => MineAsync(workspace, posts.Take(mined), progress, cancellationToken), cancellationToken);
            using var process = Process.GetCurrentProcess();
            var before = process.TotalProcessorTime;
            var run = new Stream(live, [.. posts.Skip(mined)], perSecond, clock.GetTimestamp());
            var sending = SendAsync(run, cancellationToken);
            await WorkAsync(run, sending, progress, cancellationToken);
            await sending;
            process.Refresh();
            var whole = await live.WriteAsync(workspace => Task.FromResult(new FinishedPosts(workspace, mined).Whole()), cancellationToken);
            return StreamFigures.Of(run.Waited, mined, whole, perSecond, (process.TotalProcessorTime - before).TotalSeconds) with { Turns = run.Turns };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<RunFacts> MineAsync(Workspace workspace, IEnumerable<RawPost> posts, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        var pipeline = new MiningPipeline(workspace, tools, options, clock);
        await pipeline.RunBatchStagesAsync(new PostSequence(Source, posts.Select(SourceRow.Of)), progress, cancellationToken);
        return await pipeline.RunCorpusStagesAsync(progress, cancellationToken);
    }

    private async Task SendAsync(Stream run, CancellationToken cancellationToken)
    {
        for (var sent = 0; sent < run.Posts.Length;)
        {
            var due = Math.Min(run.Posts.Length, (int)(clock.GetElapsedTime(run.Start).TotalSeconds * run.PerSecond) + 1);
            if (due > sent)
            {
                var rows = run.Posts[sent..due].Select(SourceRow.Of);
                await run.Live.WriteAsync(workspace => new IngestStage(workspace, options.Ingest, clock).StoreAsync(new PostSequence(Source, rows), cancellationToken), cancellationToken);
                sent = due;
            }

            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    // Posts leave in the order in which they came, so a turn's end is the end of the next posts that were due.
    private async Task WorkAsync(Stream run, Task sending, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        var carrier = new PostCarrier(_ => tools, options, Source, clock);
        while (run.Waited.Count < run.Posts.Length && !sending.IsFaulted)
        {
            var (taken, _) = await carrier.NextAsync(run.Live, cancellationToken: cancellationToken);
            while (await carrier.PlaceMembersAsync(run.Live, cancellationToken) > 0)
            {
            }

            var now = clock.GetElapsedTime(run.Start).TotalSeconds;
            run.Turns += taken > 0 ? 1 : 0;
            for (var post = 0; post < taken; post++)
            {
                run.Waited.Add(now - (run.Waited.Count / run.PerSecond));
            }

            progress?.Report(new StageProgress("stream", run.Waited.Count, run.Posts.Length));
            await (taken == 0 ? Task.Delay(Pause, clock, cancellationToken) : Task.CompletedTask);
        }
    }

    private sealed record Stream(LiveWorkspace Live, RawPost[] Posts, double PerSecond, long Start)
    {
        public List<double> Waited { get; } = [];

        public int Turns { get; set; }
    }
}
