using Microsoft.Extensions.Logging;
using TextSeg.Engine.Audit;
using TextSeg.Engine.MemberRights;
using TextSeg.Engine.Messages;

namespace TextSeg.Engine.Hosting;

/// <summary>Takes posts out whose time to be kept has ended, as an erasure does, with a receipt and an entry in the audit log.</summary>
public sealed class WorkspaceRetention(
    RetentionRules rules, WorkspaceErasure erasure, WorkspaceRegistry workspaces, RunRequests requests, WorkNotices notices, AuditLog audit, Leases leases, TimeProvider clock, ILogger<WorkspaceRetention> logger)
{
    private const string Lease = "retention";
    private const string Action = "retention.run";
    private const int Done = 200;

    /// <summary>What a rule of so many days would take out now.</summary>
    public RetentionPreview Preview(LiveWorkspace live, string source, int days)
    {
        using var workspace = live.OpenToRead();
        return new OldPosts(workspace, source, Before(days)).Preview();
    }

    /// <summary>Carries out the rules that were not carried out since a time. One whose workspace is at work is left for the next look.</summary>
    /// <returns>Receipts of rules that took something out.</returns>
    public async Task<IReadOnlyList<RetentionReceipt>> RunDueAsync(DateTimeOffset since, CancellationToken cancellationToken = default)
    {
        await using var lease = await leases.HoldAsync(Lease, cancellationToken);
        if (lease is null)
        {
            return [];
        }

        List<RetentionReceipt> receipts = [];
        foreach (var (workspace, rule) in await rules.DueAsync(since, cancellationToken))
        {
            try
            {
                receipts.AddRange(await RunAsync(workspaces.Open(workspace), rule, cancellationToken) is { } receipt ? [receipt] : []);
            }
            catch (JobException fault)
            {
                Log.RetentionWaits(logger, workspace, fault);
            }
        }

        return receipts;
    }

    private async Task<RetentionReceipt?> RunAsync(LiveWorkspace live, RetentionRule rule, CancellationToken cancellationToken)
    {
        RetentionReceipt? receipt = null;
        if (Preview(live, rule.Source, rule.Days) is { } due && due.Posts + due.Events > 0)
        {
            receipt = await rules.BeginAsync(live.Name, rule.Source, due.Before, cancellationToken);
            receipt = await rules.FinishAsync(receipt.Id, await erasure.EraseOlderAsync(live, rule.Source, due.Before, cancellationToken), cancellationToken);
            await audit.AddAsync(null, live.Name, Action, receipt.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), Done, cancellationToken);
            if (due.Posts > 0)
            {
                notices.Tell(new RunRequested(live.Name, (await requests.AddAsync(live.Name, cancellationToken)).Id));
            }
        }

        await rules.NoteDoneAsync(live.Name, rule.Source, cancellationToken);
        return receipt;
    }

    private DateTimeOffset Before(int days) => clock.GetUtcNow().AddDays(-days);
}
