using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TextSeg.Engine.Hosting;

namespace TextSeg.Engine.Status;

/// <summary>Lets others know that this process is at work, by a lease that it renews.</summary>
/// <param name="role">What the process does, such as "serve".</param>
/// <param name="leases">The leases of this process.</param>
/// <param name="clock">Tells when to renew.</param>
/// <param name="logger">Told when the tables are away.</param>
public sealed class ProcessPresence(string role, Leases leases, TimeProvider clock, ILogger<ProcessPresence> logger) : BackgroundService
{
    internal const string Prefix = "process/";
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(30);
    private readonly string _name = $"{Prefix}{role}/{Environment.MachineName}/{Environment.ProcessId}";

    /// <summary>What the process of a lease does.</summary>
    internal static string RoleOf(string lease) => lease.Split('/')[1];

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(() => leases.GiveBackAsync(_name, cancellationToken));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(RenewEvery, clock);
        do
        {
            await TryAsync(() => leases.TakeAsync(_name, Lasts, stoppingToken));
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception fault) when (Storage.StorageFault.IsOfDatabase(fault))
        {
            Log.NotSeen(logger, fault.GetType().Name);
        }
    }
}
