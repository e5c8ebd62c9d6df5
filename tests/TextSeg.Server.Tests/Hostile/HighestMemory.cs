using System.Diagnostics;

namespace TextSeg.Server.Tests.Hostile;

/// <summary>Looks five times a second how much memory this process holds.</summary>
internal sealed class HighestMemory : IAsyncDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(200);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _looking;
    private readonly long _before = Now();
    private long _highest;

    public HighestMemory() => _looking = LookAsync();

    /// <summary>What the highest is above the beginning, in MiB.</summary>
    public long GrownMebibytes => (Math.Max(_highest, _before) - _before) >> 20;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _looking;
        _end.Dispose();
    }

    private static long Now()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    private async Task LookAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            _highest = Math.Max(_highest, Now());
            await Task.Delay(Every, _end.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }
}
