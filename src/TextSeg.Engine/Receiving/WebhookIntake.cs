using TextSeg.Engine.Hosting;
using TextSeg.Engine.MemberRights;
using TextSeg.Engine.Messages;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Sources.Webhooks;
using TextSeg.Engine.Storage.Catalog.Rows;

namespace TextSeg.Engine.Receiving;

/// <summary>What a sender puts beside the body.</summary>
/// <param name="Signature">Its signature; null where there is none.</param>
/// <param name="Timestamp">When it was sent, as it says; null where it does not.</param>
/// <param name="EventName">What happened; null where the body says it.</param>
public sealed record WebhookHeaders(string? Signature, string? Timestamp, string? EventName);

/// <summary>What became of a message.</summary>
/// <param name="Outcome">added, changed, unchanged, rejected, removed, repeated or ignored.</param>
/// <param name="Reason">Why it was rejected or ignored, one sentence; null otherwise.</param>
public sealed record WebhookAnswer(string Outcome, string? Reason = null);

/// <summary>Takes messages of forums and help desks: posts written, changed and deleted there. The same message again changes nothing.</summary>
public sealed class WebhookIntake(
    Receivers receivers, ReceivedMessages messages, PostRemovals removals, WorkspaceRegistry workspaces, ErasureReceipts erasures, WorkNotices notices, TimeProvider clock)
{
    private static readonly WebhookAnswer Ignored = new("ignored", "The message tells of no post.");
    private static readonly WebhookAnswer TooOld = new("ignored", $"What it tells of is older than {ReceivedMessages.Remembered.TotalDays:0} days.");
    private static readonly WebhookAnswer Deleted = new("ignored", "The post was deleted there.");

    /// <summary>Takes a message.</summary>
    /// <param name="token">The last part of the address it was sent to.</param>
    /// <param name="headers">What was beside the body.</param>
    /// <param name="body">The body, byte for byte.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>What became of it; null where there is no such address or the signature is wrong.</returns>
    public async Task<WebhookAnswer?> TakeAsync(string token, WebhookHeaders headers, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default)
    {
        if (await receivers.FindAsync(token, cancellationToken) is not var (row, secret))
        {
            return null;
        }

        var kind = Enum.Parse<ReceiverKind>(row.Kind);
        if (!(kind == ReceiverKind.Discourse ? DiscourseWebhook.IsSigned(headers.Signature, body.Span, secret) : ZendeskWebhook.IsSigned(headers.Signature, headers.Timestamp, body.Span, secret, clock)))
        {
            await receivers.CountAsync(row.Id, isTaken: false, cancellationToken);
            return null;
        }

        var hash = ReceivedMessages.HashOf(headers.EventName, body.Span);
        if (await messages.AreKnownAsync(row.Id, hash, cancellationToken))
        {
            return new WebhookAnswer("repeated");
        }

        var answer = await FollowAsync(row, Understand(row, kind, headers, body), cancellationToken);
        await messages.AddAsync(row.Id, hash, cancellationToken);
        await receivers.CountAsync(row.Id, isTaken: true, cancellationToken);
        return answer;
    }

    private WebhookMessage Understand(StoredReceiver row, ReceiverKind kind, WebhookHeaders headers, ReadOnlyMemory<byte> body) => kind == ReceiverKind.Discourse
        ? DiscourseWebhook.Understand(row.Source, headers.EventName, body, clock)
        : ZendeskWebhook.Understand(row.Source, body, clock);

    private async Task<WebhookAnswer> FollowAsync(StoredReceiver row, WebhookMessage message, CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() - message.At > ReceivedMessages.Remembered)
        {
            return TooOld;
        }

        if (message.Removed is { } removed)
        {
            await removals.AddAsync(row.Workspace, row.Source, removed, cancellationToken);
            return new WebhookAnswer("removed");
        }

        if (message.Row is not { } post)
        {
            return Ignored;
        }

        if (message.IsRecovered && post.Post is { } back)
        {
            await removals.ForgetAsync(row.Workspace, row.Source, back.ExternalId, cancellationToken);
        }

        return post.Post is { } written && await removals.AreNotedAsync(row.Workspace, row.Source, written.ExternalId, written.Thread, cancellationToken)
            ? Deleted
            : await StoreAsync(row, post, cancellationToken);
    }

    private async Task<WebhookAnswer> StoreAsync(StoredReceiver row, SourceRow post, CancellationToken cancellationToken)
    {
        var live = workspaces.Open(row.Workspace);
        await foreach (var answers in new PostIntake(live, erasures, clock) { GoesOn = true }.TakeAsync(row.Source, AsyncEnumerable.Repeat(post, 1), cancellationToken))
        {
            notices.Tell(new PostsArrived(live.Name));
            return new WebhookAnswer(answers[0].Outcome.ToString().ToLowerInvariant(), answers[0].Reason);
        }

        return Ignored;
    }
}
