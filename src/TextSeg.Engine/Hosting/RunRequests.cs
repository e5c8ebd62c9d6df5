using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Storage.Catalog;
using TextSeg.Engine.Storage.Catalog.Rows;
using TextSeg.Mining;

namespace TextSeg.Engine.Hosting;

/// <summary>How far a run is.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Workspace">The workspace.</param>
/// <param name="State">waiting, running, finished or failed.</param>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="StartedAt">When work on it began last.</param>
/// <param name="FinishedAt">When it ended.</param>
/// <param name="Stage">The stage at work.</param>
/// <param name="Done">Items done in it.</param>
/// <param name="Total">Items in it; 0 where that is not known.</param>
/// <param name="Failure">One sentence, where it failed.</param>
/// <param name="Run">Number of the run that it made, within the workspace; null before that.</param>
public sealed record RunRequest(
    long Id, string Workspace, string State, DateTimeOffset RequestedAt, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, string? Stage, long Done, long Total, string? Failure, long? Run = null)
{
    /// <summary>Whether it has ended, well or not.</summary>
    public bool HasEnded => State is RunRequests.Finished or RunRequests.Failed;
}

/// <summary>Which runs are asked for, at work and done.</summary>
public sealed class RunRequests(ServiceCatalog catalog, TimeProvider clock)
{
    public const string Waiting = "waiting";
    public const string Running = "running";
    public const string Finished = "finished";
    public const string Failed = "failed";

    /// <summary>Asks for a run; while one waits that has not begun, it is that one.</summary>
    public async Task<RunRequest> AddAsync(string workspace, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        var row = await context.RunRequests.FirstOrDefaultAsync(request => request.Workspace == workspace && request.State == Waiting, cancellationToken);
        if (row is null)
        {
            row = new StoredRunRequest { Workspace = workspace, State = Waiting, RequestedAt = clock.GetUtcNow() };
            context.RunRequests.Add(row);
            await context.SaveChangesAsync(cancellationToken);
        }

        return Of(row);
    }

    /// <summary>One request; null where there is none.</summary>
    public async Task<RunRequest?> FindAsync(string workspace, long id, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        return await context.RunRequests.AsNoTracking().FirstOrDefaultAsync(row => row.Workspace == workspace && row.Id == id, cancellationToken) is { } found ? Of(found) : null;
    }

    /// <summary>Requests of a workspace, the newest first.</summary>
    public async Task<IReadOnlyList<RunRequest>> ListAsync(string workspace, long? before, int limit, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        var rows = await context.RunRequests.AsNoTracking().Where(row => row.Workspace == workspace && (before == null || row.Id < before))
            .OrderByDescending(row => row.Id).Take(limit).ToListAsync(cancellationToken);
        return [.. rows.Select(Of)];
    }

    /// <summary>Requests that are not done, the oldest first: those that wait, and those that a killed process left.</summary>
    public async Task<IReadOnlyList<RunRequest>> OpenAsync(CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        var rows = await context.RunRequests.AsNoTracking().Where(row => row.State == Waiting || row.State == Running).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(Of)];
    }

    /// <summary>Notes that work began.</summary>
    public Task StartAsync(long id, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        return UpdateAsync(id, row => (row.State, row.StartedAt, row.Failure) = (Running, now, null), cancellationToken);
    }

    /// <summary>Lets it wait again: what it needs is away just now.</summary>
    public Task PutBackAsync(long id, CancellationToken cancellationToken = default) => UpdateAsync(id, row => (row.State, row.StartedAt) = (Waiting, null), cancellationToken);

    /// <summary>Notes how far it is.</summary>
    public Task TellAsync(long id, StageProgress progress, CancellationToken cancellationToken = default) =>
        UpdateAsync(id, row => (row.Stage, row.Done, row.Total) = (progress.Stage, progress.Done, progress.Total), cancellationToken);

    /// <summary>Notes that it ended.</summary>
    /// <param name="id">The request.</param>
    /// <param name="failure">One sentence; null when all went well.</param>
    /// <param name="run">Number of the run that it made; null for none.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public Task EndAsync(long id, string? failure, long? run = null, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        return UpdateAsync(id, row => (row.State, row.FinishedAt, row.Failure, row.Run) = (failure is null ? Finished : Failed, now, failure, run), cancellationToken);
    }

    private async Task UpdateAsync(long id, Action<StoredRunRequest> change, CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        change(await context.RunRequests.SingleAsync(row => row.Id == id, cancellationToken));
        await context.SaveChangesAsync(cancellationToken);
    }

    internal static RunRequest Of(StoredRunRequest row) =>
        new(row.Id, row.Workspace, row.State, row.RequestedAt, row.StartedAt, row.FinishedAt, row.Stage, row.Done, row.Total, row.Failure, row.Run);
}
