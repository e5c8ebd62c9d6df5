using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Hosting;

/// <summary>
/// A lease that is held: renewed every half minute, given back when it is disposed of, and over two minutes after its process was killed. Where the database is away it cannot be renewed: then it counts as
/// lost half a minute before it ends, so that nobody works on beside its next holder.
/// </summary>
public sealed class HeldLease : IAsyncDisposable
{
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(30);
    private readonly CancellationTokenSource _lost = new();
    private readonly Leases _holder;
    private readonly string _name;
    private readonly TimeProvider _clock;
    private readonly ITimer _renewal;
    private long _renewedAt;

    internal HeldLease(Leases holder, string name, TimeProvider clock)
    {
        (_holder, _name, _clock, _renewedAt) = (holder, name, clock, clock.GetTimestamp());
        Lost = _lost.Token;
        _renewal = clock.CreateTimer(_ => _ = RenewAsync(), null, RenewEvery, RenewEvery);
    }

    /// <summary>Cancelled when the lease was lost: the work that it allowed must end.</summary>
    public CancellationToken Lost { get; }

    /// <summary>How long a lease lasts that is not renewed.</summary>
    internal static TimeSpan Duration { get; } = TimeSpan.FromMinutes(2);

    public async ValueTask DisposeAsync()
    {
        await _renewal.DisposeAsync();
        try
        {
            await _holder.GiveBackAsync(_name);
        }
        catch (Exception fault) when (StorageFault.IsOfDatabase(fault))
        {
            // It ends by itself.
        }
    }

    private async Task RenewAsync()
    {
        var now = _clock.GetTimestamp();
        try
        {
            if (await _holder.TakeAsync(_name, Duration))
            {
                Volatile.Write(ref _renewedAt, now);
                return;
            }
        }
        catch (Exception fault) when (StorageFault.IsOfDatabase(fault))
        {
            if (_clock.GetElapsedTime(Volatile.Read(ref _renewedAt)) < Duration - RenewEvery)
            {
                return;
            }
        }

        await _lost.CancelAsync();
    }
}
