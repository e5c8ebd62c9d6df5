using System.Diagnostics;
using System.Text.Json;
using TextSeg.Engine.Evaluation;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Storage;
using TextSeg.Mining;

namespace TextSeg.Cli.Trials;

/// <summary>
/// Lets posts stream into a service over HTTP at a steady rate, and looks into its tables when each has all results and its author a place. The time of a post begins when it is due, so a sender that
/// is kept waiting is counted too (no coordinated omission); it ends when this looks, each twentieth of a second.
/// </summary>
/// <param name="service">The service.</param>
/// <param name="data">Its data folder.</param>
/// <param name="posts">The posts, each with an id of its own.</param>
/// <param name="perSecond">Posts a second; above 0.</param>
internal sealed class StreamTrial(ServedProcess service, string data, IReadOnlyList<RawPost> posts, double perSecond)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly byte[][] _records = [.. posts.Select(post => JsonSerializer.SerializeToUtf8Bytes(new { id = post.ExternalId, member = post.Member, time = post.Time, thread = post.Thread, title = post.Title, text = post.Text }))];

    /// <param name="mined">Posts mined before.</param>
    /// <param name="progress">Told what is done.</param>
    /// <param name="cancellationToken">Stops the trial.</param>
    public async Task<StreamFigures> RunAsync(int mined, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        var workspace = await TrialWorkspace.CreateAsync(service, cancellationToken);
        await workspace.PushAsync(_records, 0, mined, null, cancellationToken);
        await workspace.MineAsync(cancellationToken);
        using var view = Workspace.OpenToRead(new WorkspaceAddress(TrialWorkspace.FolderIn(data)));
        var finished = new FinishedPosts(view, mined);
        var (before, start) = (service.ProcessorTime(), Stopwatch.GetTimestamp());
        var sending = SendAsync(workspace, mined, start, cancellationToken);
        var waited = await WatchAsync(finished, mined, start, sending, progress, cancellationToken);
        await sending;
        return StreamFigures.Of(waited, mined, finished.Whole(), perSecond, (service.ProcessorTime() - before).TotalSeconds);
    }

    private async Task SendAsync(TrialWorkspace workspace, int mined, long start, CancellationToken cancellationToken)
    {
        for (var sent = mined; sent < _records.Length;)
        {
            var due = Math.Min(_records.Length, mined + (int)(Stopwatch.GetElapsedTime(start).TotalSeconds * perSecond) + 1);
            if (due > sent)
            {
                await workspace.PushAsync(_records, sent, due, null, cancellationToken);
                sent = due;
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    private async Task<List<double>> WatchAsync(FinishedPosts finished, int mined, long start, Task sending, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        var due = posts.Skip(mined).Select((post, number) => (post.ExternalId, Seconds: number / perSecond)).ToDictionary(post => post.ExternalId, post => post.Seconds);
        var waited = new List<double>(due.Count);
        while (waited.Count < due.Count && !sending.IsFaulted)
        {
            await Task.Delay(Pause, cancellationToken);
            var (now, done) = (Stopwatch.GetElapsedTime(start).TotalSeconds, finished.Next());
            waited.AddRange(done.Select(post => now - due[post]));
            progress?.Report(new StageProgress("stream", waited.Count, due.Count));
        }

        return waited;
    }
}
