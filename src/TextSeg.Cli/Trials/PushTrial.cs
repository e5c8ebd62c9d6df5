using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using TextSeg.Mining;

namespace TextSeg.Cli.Trials;

/// <summary>What a trial measured.</summary>
/// <param name="Mined">Posts that were mined before.</param>
/// <param name="Pushed">Posts that were pushed while searches went on.</param>
/// <param name="Stored">Those that were answered as stored.</param>
/// <param name="PushSeconds">From the first body to the last answer.</param>
/// <param name="WaitingAfterPush">Posts that then still waited to be encoded, annotated and placed.</param>
/// <param name="Searches">Searches while posts were pushed.</param>
/// <param name="Failed">Those not answered by 200.</param>
/// <param name="Median">Milliseconds of a search, as the three that follow.</param>
/// <param name="P95">95 in a hundred took no longer.</param>
/// <param name="P99">99 in a hundred took no longer.</param>
/// <param name="Longest">The longest.</param>
/// <param name="Reading">Searches while the posts that still wait are read, where the trial waits for that: median, 95 and 99 in a hundred.</param>
/// <param name="ReadSeconds">From the last answer to the end of reading; 0 where the trial does not wait for it.</param>
/// <param name="Quiet">Searches afterwards, one after the other; while posts are still read where the trial does not wait for it. Median, 95 and 99 in a hundred.</param>
/// <param name="PeakMegabytes">Most memory of the service's process (VmHWM).</param>
/// <param name="ProcessorSeconds">Processor time of the service while posts were pushed.</param>
internal sealed record PushFigures(
    int Mined, int Pushed, long Stored, double PushSeconds, long WaitingAfterPush, int Searches, int Failed, double Median, double P95, double P99, double Longest, double[] Reading, double ReadSeconds, double[] Quiet, double PeakMegabytes, double ProcessorSeconds);

/// <summary>Pushes posts to a service over HTTP in large bodies, and searches meanwhile.</summary>
/// <param name="service">The service.</param>
/// <param name="records">The posts, JSON objects, one a line.</param>
/// <param name="pause">Between two searches.</param>
/// <param name="untilRead">Whether to go on searching until all posts are read.</param>
internal sealed class PushTrial(ServedProcess service, IReadOnlyList<byte[]> records, TimeSpan pause, bool untilRead)
{
    private const int QuietSearches = 200;
    private static readonly string[] Filters = ["", "language=en", "mood=negative", "after=2023-06-01", "language=de,intent=report-problem", "mood=frustrated|anger,after=2022-06-01"];
    private readonly List<double> _times = [];
    private int _failed;

    /// <param name="mined">Posts mined before.</param>
    /// <param name="progress">Told what is done.</param>
    /// <param name="cancellationToken">Stops the trial.</param>
    public async Task<PushFigures> RunAsync(int mined, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        var workspace = await TrialWorkspace.CreateAsync(service, cancellationToken);
        await workspace.PushAsync(records, 0, mined, null, cancellationToken);
        await workspace.MineAsync(cancellationToken);
        var (before, start) = (service.ProcessorTime(), Stopwatch.GetTimestamp());
        using var pushed = new CancellationTokenSource();
        var searching = SearchAsync(pushed.Token, cancellationToken);
        var stored = await workspace.PushAsync(records, mined, records.Count, progress, cancellationToken);
        var (seconds, used) = (Stopwatch.GetElapsedTime(start).TotalSeconds, service.ProcessorTime() - before);
        await pushed.CancelAsync();
        await searching;
        var (times, failed, waiting) = (_times.Order().ToArray(), _failed, await WaitingAsync(cancellationToken));
        var (reading, readSeconds) = untilRead ? await ReadingAsync(progress, cancellationToken) : ([0, 0, 0], 0);
        var quiet = await QuietAsync(cancellationToken);
        return new PushFigures(
            mined, records.Count - mined, stored, seconds, waiting, times.Length, failed, At(times, 0.5), At(times, 0.95), At(times, 0.99), At(times, 1), reading, readSeconds, quiet,
            service.PeakMegabytes(), used.TotalSeconds);
    }

    private static double At(double[] rising, double share) => rising.Length == 0 ? 0 : rising[Math.Max(0, (int)Math.Ceiling(share * rising.Length) - 1)];

    private async Task SearchAsync(CancellationToken pushed, CancellationToken cancellationToken)
    {
        for (var number = 0; !pushed.IsCancellationRequested; number++)
        {
            await SearchOnceAsync(number, cancellationToken);
            await Task.Delay(pause, cancellationToken);
        }
    }

    private async Task<(double[] Times, double Seconds)> ReadingAsync(IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        _times.Clear();
        var start = Stopwatch.GetTimestamp();
        using var read = new CancellationTokenSource();
        var searching = SearchAsync(read.Token, cancellationToken);
        while (await WaitingAsync(cancellationToken) is var waiting and not 0)
        {
            progress?.Report(new StageProgress("read", records.Count - (int)waiting, records.Count));
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await read.CancelAsync();
        await searching;
        double[] rising = [.. _times.Order()];
        return ([At(rising, 0.5), At(rising, 0.95), At(rising, 0.99)], seconds);
    }

    private async Task<double[]> QuietAsync(CancellationToken cancellationToken)
    {
        _times.Clear();
        for (var number = 0; number < QuietSearches; number++)
        {
            await SearchOnceAsync(number, cancellationToken);
        }

        double[] rising = [.. _times.Order()];
        return [At(rising, 0.5), At(rising, 0.95), At(rising, 0.99)];
    }

    private async Task SearchOnceAsync(int number, CancellationToken cancellationToken)
    {
        using var record = JsonDocument.Parse(records[(number * 7_919) % records.Count]);
        var words = record.RootElement.GetProperty("text").GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8);
        var start = Stopwatch.GetTimestamp();
        using var response = await service.Client.PostAsJsonAsync(TrialWorkspace.Root + "/search", new { question = string.Join(' ', words), filter = Filters[number % Filters.Length] }, cancellationToken);
        await response.Content.ReadAsByteArrayAsync(cancellationToken);
        _times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        _failed += response.StatusCode == HttpStatusCode.OK ? 0 : 1;
    }

    private async Task<long> WaitingAsync(CancellationToken cancellationToken) =>
        (await service.GetAsync("/api/v1/status", cancellationToken)).GetProperty("workspaces")[0].GetProperty("waiting").GetInt64();
}
