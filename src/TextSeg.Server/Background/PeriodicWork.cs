using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TextSeg.Server.Background;

/// <summary>
/// Does one piece of work again and again while the service runs: when somebody asks, and now and then. What there is to do stands in the database; a store that is away is looked at again later.
/// </summary>
/// <param name="act">The work: all that there is to do now.</param>
/// <param name="every">Longest time between two looks.</param>
/// <param name="signal">Tells when somebody asks.</param>
/// <param name="clock">Measures the time.</param>
/// <param name="logger">Told of faults.</param>
internal sealed class PeriodicWork(Func<CancellationToken, Task> act, TimeSpan every, BackgroundSignal signal, TimeProvider clock, ILogger<PeriodicWork> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var asked = signal.Next;
            await TryAsync(stoppingToken);
            try
            {
                await asked.WaitAsync(every, clock, stoppingToken);
            }
            catch (TimeoutException)
            {
                // Nobody asked; it is time for the next look.
            }
        }
    }

    private async Task TryAsync(CancellationToken stoppingToken)
    {
        try
        {
            await act(stoppingToken);
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            // Whatever it was: the service answers on, and the rows are looked at again.
            Log.LooksLater(logger, fault.GetType().Name);
        }
    }
}
