using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Outbound;
using TextSeg.Engine.Storage.Catalog;
using TextSeg.Engine.Storage.Catalog.Rows;

namespace TextSeg.Engine.Subscriptions;

/// <summary>Sends messages that wait, again with growing pauses where one does not arrive. Killed between sending and noting it, a message comes twice with the same id.</summary>
public sealed class DeliveryWork(ServiceCatalog catalog, SubscriptionRegistry subscriptions, Leases leases, OutboundOptions options, OutboundClient client, TimeProvider clock)
{
    private const int AtOnce = 8;
    private const int MostOfALook = 200;
    private const double Growth = 3;
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(12);

    /// <summary>How long messages are listed.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Sends all that is due; one process at a time.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if ((await DueAsync(1, cancellationToken)).Count == 0)
        {
            return;
        }

        await using var lease = await leases.HoldAsync("deliveries", cancellationToken);
        if (lease is null)
        {
            return;
        }

        var due = await DueAsync(MostOfALook, cancellationToken);
        await using var context = catalog.CreateContext();
        var owners = await context.Subscriptions.AsNoTracking().ToDictionaryAsync(row => row.Id, cancellationToken);
        await Parallel.ForEachAsync(due.GroupBy(row => row.SubscriptionId), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (group, token) =>
        {
            foreach (var delivery in group)
            {
                if (!owners.TryGetValue(group.Key, out var owner) || !await SendAsync(owner, delivery, token))
                {
                    break;
                }
            }
        });
    }

    /// <summary>Forgets messages that were sent long ago.</summary>
    public async Task CleanAsync(CancellationToken cancellationToken)
    {
        var tooOld = clock.GetUtcNow() - Kept;
        await using var context = catalog.CreateContext();
        await context.Deliveries.Where(row => row.State != DeliveryState.Waiting && row.NextAt < tooOld).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<List<StoredDelivery>> DueAsync(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var context = catalog.CreateContext();
        return await context.Deliveries.AsNoTracking().Where(row => row.State == DeliveryState.Waiting && row.NextAt <= now).OrderBy(row => row.Id).Take(most).ToListAsync(cancellationToken);
    }

    // False where the address did not take it: the next messages wait for the next look.
    private async Task<bool> SendAsync(StoredSubscription owner, StoredDelivery delivery, CancellationToken cancellationToken)
    {
        if (owner.Disabled is { } reason && delivery.Event != EventNames.Test)
        {
            await NoteAsync(delivery, DeliveryState.Failed, null, reason, delivery.Attempts);
            return true;
        }

        if (SecretOf(owner) is not { } secret)
        {
            return false;
        }

        var (status, fault) = await TryAsync(owner, secret, delivery, cancellationToken);
        var attempts = delivery.Attempts + 1;
        var isLast = attempts >= options.MostAttempts || status == (int)HttpStatusCode.Gone || delivery.Event == EventNames.Test;

        // First the address: stopped between the two, its messages are given up at the next look, and none is sent once more.
        if (fault is not null && isLast && delivery.Event != EventNames.Test)
        {
            await DisableAsync(owner.Id, status == (int)HttpStatusCode.Gone ? "The address answered 410: it wants no more messages." : $"A message did not arrive in {attempts} attempts. {fault}");
        }

        await NoteAsync(delivery, fault is null ? DeliveryState.Delivered : isLast ? DeliveryState.Failed : DeliveryState.Waiting, status, fault, attempts);
        return fault is null;
    }

    private async Task<(int? Status, string? Fault)> TryAsync(StoredSubscription owner, string secret, StoredDelivery delivery, CancellationToken cancellationToken)
    {
        var (at, id) = (clock.GetUtcNow(), string.Create(CultureInfo.InvariantCulture, $"msg_{delivery.Id}"));
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, owner.Address) { Content = new StringContent(delivery.Body, Encoding.UTF8, "application/json") };
            request.Headers.UserAgent.ParseAdd("TextSeg/1.0");
            request.Headers.Add(WebhookSigning.IdHeader, id);
            request.Headers.Add(WebhookSigning.TimestampHeader, at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
            request.Headers.Add(WebhookSigning.SignatureHeader, WebhookSigning.Sign(secret, id, at, delivery.Body));
            using var answer = await client.SendAsync(request, cancellationToken);
            return ((int)answer.StatusCode, answer.IsSuccessStatusCode ? null : $"The address answered {(int)answer.StatusCode}.");
        }
        catch (HttpRequestException fault)
        {
            return (null, PrivateAddressException.IsBehind(fault) ? PrivateAddressException.Sentence : "The address cannot be reached.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, $"The address did not answer within {options.TimeoutSeconds} seconds.");
        }
    }

    // Null where it was closed with another key: then another process has that, and sends.
    private string? SecretOf(StoredSubscription owner)
    {
        try
        {
            return subscriptions.SecretOf(owner);
        }
        catch (JobException)
        {
            return null;
        }
    }

    private async Task NoteAsync(StoredDelivery delivery, string state, int? status, string? fault, int attempts)
    {
        var next = clock.GetUtcNow() + (state == DeliveryState.Waiting ? Pause(attempts) : TimeSpan.Zero);
        await using var context = catalog.CreateContext();
        await context.Deliveries.Where(row => row.Id == delivery.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state).SetProperty(row => row.Status, status)
            .SetProperty(row => row.Fault, fault).SetProperty(row => row.Attempts, attempts).SetProperty(row => row.NextAt, next));
    }

    private TimeSpan Pause(int attempts)
    {
        var wait = TimeSpan.FromSeconds(options.FirstWaitSeconds * Math.Pow(Growth, attempts - 1));
        return wait < LongestWait ? wait : LongestWait;
    }

    private async Task DisableAsync(long id, string reason)
    {
        var now = clock.GetUtcNow();
        await using var context = catalog.CreateContext();
        await context.Subscriptions.Where(row => row.Id == id && row.Disabled == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.Disabled, reason).SetProperty(row => row.DisabledAt, now));
    }
}
