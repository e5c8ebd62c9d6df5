using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Access;
using TextSeg.Engine.Storage.Catalog;
using TextSeg.Engine.Storage.Catalog.Rows;

namespace TextSeg.Engine.Pulls;

/// <summary>A server to be asked for posts.</summary>
/// <param name="Name">Name of the source.</param>
/// <param name="Kind">What kind of server.</param>
/// <param name="Settings">Whom to ask, and for what.</param>
/// <param name="Secret">Key, token or password; null for none.</param>
/// <param name="IntervalSeconds">Seconds between two pulls.</param>
public sealed record NewPulledSource(string Name, PullKind Kind, PullSettings Settings, string? Secret, int IntervalSeconds);

/// <summary>What shall be another with a server that is asked for posts; what is null stays.</summary>
/// <param name="IsPaused">Whether it is not asked for the time being.</param>
/// <param name="IntervalSeconds">Seconds between two pulls.</param>
/// <param name="Secret">A new key, token or password.</param>
public sealed record PulledSourceChange(bool? IsPaused, int? IntervalSeconds, string? Secret);

/// <summary>The servers that the service asks for posts by itself, and how each is doing. Their secrets are kept closed and never shown.</summary>
public sealed class PullRegistry(ServiceCatalog catalog, SecretSeal seal, PulledSourceOpener opener, TimeProvider clock)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    /// <summary>Registers a server; it is asked at once.</summary>
    /// <exception cref="JobException">The settings have faults, or there is one of this name.</exception>
    public async Task<PulledSourceStatus> AddAsync(string workspace, NewPulledSource wanted, CancellationToken cancellationToken = default)
    {
        (opener.Open(wanted.Kind, wanted.Name, wanted.Settings, wanted.Secret) as IDisposable)?.Dispose();
        await using var context = catalog.CreateContext();
        if (await context.PulledSources.AnyAsync(row => row.Workspace == workspace && row.Name == wanted.Name, cancellationToken))
        {
            throw new JobException($"The source {wanted.Name} is pulled already: change it, or choose another name.");
        }

        var now = clock.GetUtcNow();
        var row = new StoredPulledSource
        {
            Workspace = workspace, Name = wanted.Name, Kind = wanted.Kind.ToString(), Settings = JsonSerializer.Serialize(wanted.Settings, StoredJson.Options), Secret = Close(workspace, wanted.Name, wanted.Secret),
            IntervalSeconds = wanted.IntervalSeconds, CreatedAt = now, NextAt = now,
        };
        context.PulledSources.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        return PulledSourceStatus.Of(row);
    }

    /// <summary>All servers of a workspace by the name of their source.</summary>
    public async Task<IReadOnlyDictionary<string, PulledSourceStatus>> ListAsync(string workspace, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        return (await context.PulledSources.AsNoTracking().Where(row => row.Workspace == workspace).ToListAsync(cancellationToken)).ToDictionary(row => row.Name, PulledSourceStatus.Of, StringComparer.Ordinal);
    }

    /// <summary>Changes how a server is asked; one that goes on is asked at once.</summary>
    /// <exception cref="JobException">There is none of this name.</exception>
    public async Task<PulledSourceStatus> ChangeAsync(string workspace, string name, PulledSourceChange change, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        var row = await FindAsync(context, workspace, name, cancellationToken);
        (row.IsPaused, row.IntervalSeconds) = (change.IsPaused ?? row.IsPaused, change.IntervalSeconds ?? row.IntervalSeconds);
        (row.Secret, row.NextAt) = (change.Secret is null ? row.Secret : Close(workspace, name, change.Secret), clock.GetUtcNow());
        await context.SaveChangesAsync(cancellationToken);
        return PulledSourceStatus.Of(row);
    }

    /// <summary>Asks a server no more. Its posts stay, and so does where it was: registered again, it goes on there.</summary>
    /// <exception cref="JobException">There is none of this name.</exception>
    public async Task DeleteAsync(string workspace, string name, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        context.PulledSources.Remove(await FindAsync(context, workspace, name, cancellationToken));
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Servers that are to be asked now.</summary>
    internal async Task<List<StoredPulledSource>> DueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var context = catalog.CreateContext();
        return await context.PulledSources.AsNoTracking().Where(row => !row.IsPaused && row.NextAt <= now).OrderBy(row => row.NextAt).ToListAsync(cancellationToken);
    }

    /// <summary>Whether a server is still to be asked.</summary>
    internal async Task<bool> IsActiveAsync(long id, CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        return await context.PulledSources.AnyAsync(row => row.Id == id && !row.IsPaused, cancellationToken);
    }

    /// <summary>Notes how a pull went.</summary>
    /// <param name="row">The server.</param>
    /// <param name="fault">Why it failed, one sentence; null where it went well.</param>
    /// <param name="hasMore">Whether the server has more.</param>
    internal async Task NoteAsync(StoredPulledSource row, string? fault, bool hasMore)
    {
        var (now, failures) = (clock.GetUtcNow(), fault is null ? 0 : row.Failures + 1);
        var next = now + (hasMore && fault is null ? TimeSpan.Zero : Pause(row.IntervalSeconds, failures));
        await using var context = catalog.CreateContext();
        var own = context.PulledSources.Where(known => known.Id == row.Id);
        await own.ExecuteUpdateAsync(set => set.SetProperty(known => known.Fault, fault).SetProperty(known => known.Failures, failures).SetProperty(known => known.HasMore, hasMore).SetProperty(known => known.NextAt, next));
        await (fault is null
            ? own.ExecuteUpdateAsync(set => set.SetProperty(known => known.SucceededAt, now))
            : own.ExecuteUpdateAsync(set => set.SetProperty(known => known.FailedAt, now)));
    }

    /// <summary>The secret of a server; null for none.</summary>
    internal string? SecretOf(StoredPulledSource row) => row.Secret is null ? null : seal.Open(row.Secret, Purpose(row.Workspace, row.Name));

    // The interval, twice as long after each failure.
    private static TimeSpan Pause(int intervalSeconds, int failures)
    {
        var wait = TimeSpan.FromSeconds(intervalSeconds * Math.Pow(2, Math.Min(failures, 20)));
        var most = TimeSpan.FromSeconds(Math.Max(intervalSeconds, LongestPause.TotalSeconds));
        return wait < most ? wait : most;
    }

    private string? Close(string workspace, string name, string? secret) => secret is null ? null : seal.Close(secret, Purpose(workspace, name));

    private static string Purpose(string workspace, string name) => $"source/{workspace}/{name}";

    private static async Task<StoredPulledSource> FindAsync(CatalogContext context, string workspace, string name, CancellationToken cancellationToken) =>
        await context.PulledSources.FirstOrDefaultAsync(row => row.Workspace == workspace && row.Name == name, cancellationToken)
            ?? throw new JobException("No server is pulled for a source of that name.") { IsMissing = true };
}
