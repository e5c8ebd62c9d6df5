using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Outbound;
using TextSeg.Engine.Reports.Moods;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Storage.Catalog;
using TextSeg.Engine.Storage.Catalog.Rows;

namespace TextSeg.Engine.Subscriptions;

/// <summary>
/// Looks once at each new run for topics with rising frustration. A rise is told once; after a warning about a topic nothing more is told of it for a while. A topic is known again in another
/// run by a sample of its posts, the same that any run would draw.
/// </summary>
public sealed class FindingWatch(ServiceCatalog catalog, WorkspaceRegistry workspaces, DisclosureMinimum minimum, OutboundOptions options, TimeProvider clock)
{
    private const double SamePosts = 0.5;

    /// <summary>Looks at the workspaces that somebody wants to be told of.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        var wanted = await context.Subscriptions.AsNoTracking().Where(row => row.Disabled == null && row.Events.Contains(EventNames.TopicRising)).Select(row => row.Workspace).Distinct().ToListAsync(cancellationToken);
        foreach (var workspace in wanted)
        {
            await LookAsync(workspaces.Open(workspace), cancellationToken);
        }
    }

    private async Task LookAsync(LiveWorkspace live, CancellationToken cancellationToken)
    {
        var (run, rises) = Find(live);
        if (run is null)
        {
            return;
        }

        await using (var context = catalog.CreateContext())
        {
            var told = await context.Findings.AsNoTracking().Where(row => row.Workspace == live.Name).ToListAsync(cancellationToken);
            context.Findings.AddRange(rises.Where(rise => !told.Exists(before => before.Run == run && before.TopicId == rise.Topic.Topic)).Select(rise => Finding(live.Name, rise, told)).OfType<StoredFinding>());
            await context.SaveChangesAsync(cancellationToken);
        }

        await live.WriteAsync(
            workspace =>
            {
                Settings.Write(workspace.Connection, Settings.RisesOfRun, run.Value.ToString(CultureInfo.InvariantCulture));
                return Task.FromResult(true);
            },
            cancellationToken);
    }

    // Null where the current run was looked at before.
    private (long? Run, IReadOnlyList<TopicRise> Rises) Find(LiveWorkspace live)
    {
        using var workspace = live.OpenToRead();
        return Queries.CurrentRun.TryRead(workspace) is { } run && Settings.Read(workspace.Connection, Settings.RisesOfRun) != run.Id.ToString(CultureInfo.InvariantCulture)
            ? (run.Id, TopicRises.Find(workspace, run, minimum.Members))
            : (null, []);
    }

    private StoredFinding? Finding(string workspace, TopicRise rise, List<StoredFinding> told)
    {
        var now = clock.GetUtcNow();
        var same = told.Where(before => before.IsTold && IsSame(before, rise)).ToArray();
        return same.Any(before => before.RoseAt == rise.Topic.Since) ? null : new StoredFinding
        {
            Workspace = workspace, Run = rise.Topic.Run, TopicId = rise.Topic.Topic, Sample = JsonSerializer.Serialize(rise.Sample), RoseAt = rise.Topic.Since, FoundAt = now,
            Facts = JsonSerializer.Serialize(rise.Topic, StoredJson.Options), IsTold = !same.Any(before => now - before.FoundAt < TimeSpan.FromDays(options.TopicPauseDays)),
        };
    }

    private static bool IsSame(StoredFinding before, TopicRise rise)
    {
        var sample = JsonSerializer.Deserialize<long[]>(before.Sample)!;
        return sample.Count(rise.Sample.Contains) >= SamePosts * Math.Min(sample.Length, rise.Sample.Count);
    }
}

/// <summary>Members that a group must have to be told of.</summary>
public sealed record DisclosureMinimum(int Members);
