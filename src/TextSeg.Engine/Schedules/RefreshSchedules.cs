using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Storage.Catalog;
using TextSeg.Engine.Storage.Catalog.Rows;

namespace TextSeg.Engine.Schedules;

/// <summary>The schedules of all workspaces. A time that passed while nothing ran is made up for once; of several processes one asks for runs.</summary>
public sealed class RefreshSchedules(ServiceCatalog catalog, WorkspaceRegistry workspaces, Leases leases, TimeProvider clock)
{
    private const string Lease = "schedules";

    /// <summary>A workspace's schedule; null where it has none.</summary>
    public async Task<RefreshSchedule?> FindAsync(LiveWorkspace live, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        return await context.Schedules.AsNoTracking().FirstOrDefaultAsync(row => row.Workspace == live.Name, cancellationToken) is { } row ? Of(row, Read(live, row.LastPost).Count) : null;
    }

    /// <summary>Sets a workspace's schedule, in place of the one it had.</summary>
    /// <exception cref="JobException">The schedule has faults; all are named.</exception>
    public async Task<RefreshSchedule> SetAsync(LiveWorkspace live, WantedSchedule wanted, CancellationToken cancellationToken = default)
    {
        if (wanted.Faults().ToArray() is { Length: > 0 } faults)
        {
            throw new JobException(string.Join(" ", faults)) { IsWrongUse = true };
        }

        await using var context = catalog.CreateContext();
        var row = await context.Schedules.FirstOrDefaultAsync(known => known.Workspace == live.Name, cancellationToken);
        if (row is null)
        {
            context.Schedules.Add(row = new StoredSchedule { Workspace = live.Name });
        }

        var now = clock.GetUtcNow();
        (row.Posts, row.Every, row.Unit, row.StartAt) = (wanted.Posts, wanted.Every, wanted.Unit?.ToString(), (wanted.StartAt ?? now).ToUniversalTime());
        row.NextAt = Next(row, now);
        await context.SaveChangesAsync(cancellationToken);
        return Of(row, Read(live, row.LastPost).Count);
    }

    /// <summary>Takes a workspace's schedule away.</summary>
    /// <returns>False where there was none.</returns>
    public async Task<bool> RemoveAsync(string workspace, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        return await context.Schedules.Where(row => row.Workspace == workspace).ExecuteDeleteAsync(cancellationToken) == 1;
    }

    /// <summary>Asks for the runs that are due. One that waits or is at work in the workspace is ended first, so that none queues up.</summary>
    /// <returns>The runs that were asked for.</returns>
    public async Task<IReadOnlyList<RunRequest>> FireDueAsync(CancellationToken cancellationToken = default)
    {
        await using var lease = await leases.HoldAsync(Lease, cancellationToken);
        if (lease is null)
        {
            return [];
        }

        await using var context = catalog.CreateContext();
        var rows = await context.Schedules.OrderBy(row => row.Workspace).ToListAsync(cancellationToken);
        List<StoredRunRequest> asked = [];
        foreach (var row in rows)
        {
            var isBusy = await context.RunRequests.AnyAsync(
                request => request.Workspace == row.Workspace && (request.State == RunRequests.Waiting || request.State == RunRequests.Running), cancellationToken);
            if (!isBusy && IsDue(row) is { } posts)
            {
                asked.Add(await FireAsync(context, row, posts, cancellationToken));
            }
        }

        return [.. asked.Select(RunRequests.Of)];
    }

    // The request and the schedule's next time are one transaction: killed between the two, a run would be asked for twice or never.
    private async Task<StoredRunRequest> FireAsync(CatalogContext context, StoredSchedule row, NewPosts posts, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var request = new StoredRunRequest { Workspace = row.Workspace, State = RunRequests.Waiting, RequestedAt = now };
        context.RunRequests.Add(request);
        (row.FiredAt, row.LastPost) = (now, Math.Max(row.LastPost, posts.Newest));
        row.NextAt = row.NextAt <= now ? Next(row, now) : row.NextAt;
        await context.SaveChangesAsync(cancellationToken);
        return request;
    }

    private NewPosts? IsDue(StoredSchedule row)
    {
        var posts = Read(workspaces.Open(row.Workspace), row.LastPost);
        return posts.Count >= (row.Posts ?? long.MaxValue) || row.NextAt <= clock.GetUtcNow() ? posts : null;
    }

    private static NewPosts Read(LiveWorkspace live, long after)
    {
        using var workspace = live.OpenToRead();
        return NewPosts.Read(workspace, after);
    }

    private static DateTimeOffset? Next(StoredSchedule row, DateTimeOffset now) =>
        row is { Every: { } every, Unit: { } unit } ? new Recurrence(every, Enum.Parse<ScheduleUnit>(unit), row.StartAt).After(now) : null;

    private static RefreshSchedule Of(StoredSchedule row, long newPosts) =>
        new(row.Posts, row.Every, row.Unit is null ? null : Enum.Parse<ScheduleUnit>(row.Unit), row.StartAt, row.NextAt, row.FiredAt, newPosts);
}
