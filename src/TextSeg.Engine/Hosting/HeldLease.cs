namespace TextSeg.Engine.Hosting;

/// <summary>A lease that is held: renewed every half minute, given back when it is disposed of, and over two minutes after its process was killed.</summary>
public sealed class HeldLease : IAsyncDisposable
{
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(30);
    private readonly Leases _holder;
    private readonly string _name;
    private readonly ITimer _renewal;

    internal HeldLease(Leases holder, string name, TimeProvider clock)
    {
        (_holder, _name) = (holder, name);
        _renewal = clock.CreateTimer(_ => _ = holder.TakeAsync(name, Duration, CancellationToken.None), null, RenewEvery, RenewEvery);
    }

    /// <summary>How long a lease lasts that is not renewed.</summary>
    internal static TimeSpan Duration { get; } = TimeSpan.FromMinutes(2);

    public async ValueTask DisposeAsync()
    {
        await _renewal.DisposeAsync();
        await _holder.GiveBackAsync(_name);
    }
}
