using TextSeg.Engine.Importing;
using TextSeg.Engine.MemberRights;

namespace TextSeg.Engine.Hosting;

/// <summary>Erases members of a workspace of the service, with a receipt. Waits for no run and no import: while one is at work it would bring back what it has read.</summary>
public sealed class WorkspaceErasure(ErasureReceipts receipts, Consents consents, ImportRegistry imports, Leases leases)
{
    /// <summary>Erases a member; one who is not there leaves a receipt too, by which their posts are kept out.</summary>
    /// <exception cref="JobException">A run is at work, or uploaded files wait to be read.</exception>
    public async Task<ErasureReceipt> EraseAsync(LiveWorkspace live, string source, string member, CancellationToken cancellationToken)
    {
        await using var lease = await HoldAsync(live, cancellationToken);
        if (await imports.AnyOpenAsync(live.Name, cancellationToken))
        {
            throw new JobException("Uploaded files wait to be read, and may hold what is to be erased: try again when the imports have ended, or cancel them.");
        }

        var receipt = await receipts.BeginAsync(live.Name, source, member, cancellationToken);
        var counts = await live.WriteAsync(
            async workspace =>
            {
                await live.Knowledge.ForgetAsync();
                var erasure = new MemberErasure(workspace);
                return erasure.Find(source, member) is { } found ? await erasure.EraseAsync(found, cancellationToken) : new ErasedCounts(0, 0, 0, 0, 0, 0);
            },
            cancellationToken);
        await live.ForgetSearchedAsync(cancellationToken);
        await consents.ForgetAsync(live.Name, source, member, cancellationToken);
        return await receipts.FinishAsync(receipt.Id, counts, cancellationToken);
    }

    /// <summary>Takes out posts of a source that were written before a time, as an erasure does.</summary>
    /// <exception cref="JobException">A run is at work.</exception>
    public async Task<ErasedCounts> EraseOlderAsync(LiveWorkspace live, string source, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var lease = await HoldAsync(live, cancellationToken);
        return await live.WriteAsync(
            async workspace =>
            {
                await live.Knowledge.ForgetAsync();
                return await new MemberErasure(workspace).EraseOlderAsync(source, before, cancellationToken);
            },
            cancellationToken);
    }

    private async Task<HeldLease> HoldAsync(LiveWorkspace live, CancellationToken cancellationToken) =>
        await leases.HoldAsync(WorkspaceStages.LeaseOf(live), cancellationToken)
            ?? throw new JobException("A run is at work, and it would bring back what is erased: try again when it has ended.");
}
