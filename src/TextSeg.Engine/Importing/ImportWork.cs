using TextSeg.Engine.Hosting;
using TextSeg.Engine.MemberRights;
using TextSeg.Engine.Messages;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Storage.Catalog;
using TextSeg.Engine.Storage.Catalog.Rows;

namespace TextSeg.Engine.Importing;

/// <summary>
/// Reads uploaded files into their workspaces, as the command line reads its inputs. How far a file was read is stored with its posts: killed anywhere, reading goes on behind the last stored record.
/// </summary>
public sealed class ImportWork(ServiceCatalog catalog, WorkspaceRegistry workspaces, Leases leases, ErasureReceipts erasures, WorkNotices notices, ImportOptions options, TimeProvider clock)
{
    private readonly ImportProgress _progress = new(catalog, clock);

    /// <summary>Reads all files that wait, one after the other; those that another process reads are passed over.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var import in await _progress.OpenAsync(cancellationToken))
        {
            await using var lease = await leases.HoldAsync($"import/{import.Id}", cancellationToken);
            var live = workspaces.Open(import.Workspace);
            if (lease is not null && IsHere(live, import) && await _progress.StartAsync(import.Id, cancellationToken))
            {
                await TryAsync(live, import, cancellationToken);
            }
        }
    }

    // A store that is away ends nothing: the import goes on at a later look. What nobody foresaw must not keep other imports waiting.
    private async Task TryAsync(LiveWorkspace live, StoredImport import, CancellationToken cancellationToken)
    {
        try
        {
            await ReadAsync(live, import, cancellationToken);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or JobException or IOException) && !StorageFault.IsOfDatabase(fault))
        {
            await _progress.EndAsync(import.Id, $"A fault of the kind {fault.GetType().Name}: the file is of a sort that nobody foresaw.", CancellationToken.None);
        }
    }

    /// <summary>Removes files of uploads that a killed process was receiving.</summary>
    public async Task CleanAsync(CancellationToken cancellationToken)
    {
        var known = (await _progress.OpenAsync(cancellationToken)).Select(import => import.StoredFile).ToHashSet(StringComparer.Ordinal);
        foreach (var workspace in await workspaces.ListAsync(cancellationToken))
        {
            new ImportFiles(workspaces.Open(workspace.Name)).DeleteUnknown(known, clock.GetUtcNow());
        }
    }

    // A file on another disk is to be read by who has that.
    private static bool IsHere(LiveWorkspace live, StoredImport import)
    {
        var files = new ImportFiles(live);
        return import.Machine == files.Place || File.Exists(files.PathOf(import.StoredFile));
    }

    // Only a fault of the file ends the import; after one of the store it goes on later.
    private async Task ReadAsync(LiveWorkspace live, StoredImport import, CancellationToken cancellationToken)
    {
        var rows = new ImportRows(() => Open(live, import));
        if (await StoreAsync(live, import, rows, cancellationToken))
        {
            await _progress.EndAsync(import.Id, rows.Fault, CancellationToken.None);
            new ImportFiles(live).Delete(import.StoredFile);
        }
    }

    // False where it was cancelled meanwhile.
    private async Task<bool> StoreAsync(LiveWorkspace live, StoredImport import, ImportRows rows, CancellationToken cancellationToken)
    {
        var stored = await live.WriteAsync(workspace => Task.FromResult(new ImportRecords(workspace, import.Id).Read()), cancellationToken);
        var intake = new PostIntake(live, erasures, clock) { GoesOn = stored.Records > 0, NotedWith = (workspace, answers) => new ImportRecords(workspace, import.Id).Note(answers) };
        await foreach (var _ in intake.TakeAsync(import.Source, rows.ReadAsync(stored.Records, cancellationToken), cancellationToken))
        {
            notices.Tell(new PostsArrived(live.Name));
            if (!await TellAsync(live, import.Id, rows.Report, cancellationToken))
            {
                return false;
            }
        }

        return await TellAsync(live, import.Id, rows.Report, cancellationToken);
    }

    private async Task<bool> TellAsync(LiveWorkspace live, long import, SourceReport? report, CancellationToken cancellationToken)
    {
        var counts = await live.WriteAsync(workspace => Task.FromResult(new ImportRecords(workspace, import).Read()), cancellationToken);
        return await _progress.TellAsync(import, counts, report is null ? null : ImportForm.Of(report), cancellationToken);
    }

    private ISource Open(LiveWorkspace live, StoredImport import)
    {
        var path = new ImportFiles(live).PathOf(import.StoredFile);
        if (!File.Exists(path))
        {
            throw new JobException("The uploaded file is gone from the disk of the service: send it again.") { IsMissing = true };
        }

        var file = new InputFile(path, import.Source) { Shown = import.FileName ?? "The file", MostBytes = (long)options.MostUnpackedMebibytes << 20 };
        return new SourceOpener(new SourceOptions { Columns = import.Columns, Kind = import.Kind is null ? null : Enum.Parse<PostKind>(import.Kind), Name = import.Source }, clock).Open(file);
    }
}
