using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Sources.Health;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Storage.Catalog;

namespace TextSeg.Engine.Status;

/// <summary>Reads how a workspace is, from its own tables and the service's.</summary>
internal sealed class WorkspaceStatusReader(CatalogContext catalog, TimeProvider clock)
{
    /// <summary>One that cannot be read is told with its fault, and the others go on.</summary>
    public async Task<WorkspaceStatus> ReadAsync(LiveWorkspace live, CancellationToken cancellationToken)
    {
        var request = await catalog.RunRequests.AsNoTracking().Where(row => row.Workspace == live.Name).OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancellationToken);
        var status = new WorkspaceStatus(
            live.Name, 0, 0, 0, null, null, request?.State, request?.Stage, request?.Failure,
            await catalog.Schedules.Where(row => row.Workspace == live.Name).Select(row => row.NextAt).FirstOrDefaultAsync(cancellationToken),
            await catalog.DeadLetters.CountAsync(row => row.Workspace == live.Name, cancellationToken),
            []);
        try
        {
            using var workspace = live.OpenToRead();
            return Read(workspace, status);
        }
        catch (JobException fault)
        {
            return status with { Fault = fault.Message };
        }
        catch (Exception fault) when (StorageFault.IsOfDatabase(fault))
        {
            return status with { Fault = "its tables cannot be read: they are away, damaged or of another version." };
        }
    }

    private WorkspaceStatus Read(Workspace workspace, WorkspaceStatus status)
    {
        var waiting = WaitingWork.Read(status.Name, workspace);
        var run = workspace.Connection.Query(
            "SELECT StartedAt, FinishedAt FROM Runs WHERE Id = $1", row => (Start: row.GetInt64(0), End: row.Number(1)), CurrentRun.TryRead(workspace)?.Id ?? 0).FirstOrDefault();
        return status with
        {
            Posts = workspace.Connection.Query("SELECT COUNT(*) FROM Posts", row => row.GetInt64(0)).Single(),
            Waiting = waiting.Posts,
            WaitingSeconds = waiting.Since is { } since ? Math.Max(0, Math.Round((clock.GetUtcNow() - since).TotalSeconds, 1)) : 0,
            LastRunAt = run.End is { } end ? DateTimeOffset.FromUnixTimeMilliseconds(end) : null,
            LastRunSeconds = run.End is { } ended ? (ended - run.Start) / 1000.0 : null,
            Sources = [.. new SourceQueries(workspace, clock).Health().Where(source => source.Value.Reason is not null).OrderBy(source => source.Key, StringComparer.Ordinal)
                .Select(source => new SourceNote(source.Key, source.Value.State, source.Value.Reason!))],
        };
    }
}
