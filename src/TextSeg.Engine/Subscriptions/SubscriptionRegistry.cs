using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Access;
using TextSeg.Engine.Storage.Catalog;
using TextSeg.Engine.Storage.Catalog.Rows;

namespace TextSeg.Engine.Subscriptions;

/// <summary>Who is told of what happens in a workspace, and what was sent to them. Secrets are needed to sign, so they are kept sealed; they are shown once.</summary>
public sealed class SubscriptionRegistry(ServiceCatalog catalog, SecretSeal seal, TimeProvider clock)
{
    private const int SecretBytes = 32;
    private const int MostOfAWorkspace = 50;

    /// <summary>Makes a subscription.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="address">Where messages are sent: https, or http where private addresses are allowed.</param>
    /// <param name="events">What it is told of.</param>
    /// <param name="allowsPlain">Whether http will do.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>The subscription, and its secret (as of the Standard Webhooks specification), to be shown now and never again.</returns>
    /// <exception cref="JobException">The address or an event is wrong, or there are too many.</exception>
    public async Task<(Subscription Subscription, string Secret)> CreateAsync(string workspace, string address, IReadOnlyList<string> events, bool allowsPlain, CancellationToken cancellationToken = default)
    {
        Require(address, events, allowsPlain);
        await using var context = catalog.CreateContext();
        if (await context.Subscriptions.CountAsync(row => row.Workspace == workspace, cancellationToken) >= MostOfAWorkspace)
        {
            throw new JobException($"The workspace has {MostOfAWorkspace} subscriptions already: delete one first.");
        }

        var secret = WebhookSigning.SecretPrefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes));
        var row = new StoredSubscription
        {
            Workspace = workspace, Address = address, Events = string.Join(',', events.Distinct().Order(StringComparer.Ordinal)), Secret = seal.Close(secret, Purpose(workspace, address)), CreatedAt = clock.GetUtcNow(),
        };
        context.Subscriptions.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        return (Subscription.Of(row), secret);
    }

    /// <summary>Subscriptions of a workspace, the newest first.</summary>
    public async Task<IReadOnlyList<Subscription>> ListAsync(string workspace, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        return [.. (await context.Subscriptions.AsNoTracking().Where(row => row.Workspace == workspace).OrderByDescending(row => row.Id).ToListAsync(cancellationToken)).Select(Subscription.Of)];
    }

    /// <summary>Ends a subscription, with its messages.</summary>
    /// <exception cref="JobException">There is none of this number.</exception>
    public async Task DeleteAsync(string workspace, long id, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        context.Subscriptions.Remove(await FindAsync(context, workspace, id, cancellationToken));
        await context.SaveChangesAsync(cancellationToken);
        await context.Deliveries.Where(row => row.SubscriptionId == id).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Lets messages be sent again to an address for which that was given up.</summary>
    /// <exception cref="JobException">There is none of this number.</exception>
    public async Task<Subscription> EnableAsync(string workspace, long id, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        var row = await FindAsync(context, workspace, id, cancellationToken);
        (row.Disabled, row.DisabledAt) = (null, null);
        await context.SaveChangesAsync(cancellationToken);
        return Subscription.Of(row);
    }

    /// <summary>Writes a message that only tries the address.</summary>
    /// <exception cref="JobException">There is none of this number.</exception>
    public async Task<Delivery> TestAsync(string workspace, long id, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        await FindAsync(context, workspace, id, cancellationToken);
        var now = clock.GetUtcNow();
        var key = $"{EventNames.Test}/{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
        var row = New(id, EventNames.Test, key, workspace, now, now, new { });
        context.Deliveries.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        return Delivery.Of(row);
    }

    /// <summary>Messages to an address, the newest first.</summary>
    /// <exception cref="JobException">There is none of this number.</exception>
    public async Task<IReadOnlyList<Delivery>> DeliveriesAsync(string workspace, long id, long? before, int limit, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        await FindAsync(context, workspace, id, cancellationToken);
        var rows = await context.Deliveries.AsNoTracking().Where(row => row.SubscriptionId == id && (before == null || row.Id < before)).OrderByDescending(row => row.Id).Take(limit).ToListAsync(cancellationToken);
        return [.. rows.Select(Delivery.Of)];
    }

    /// <summary>A new message; it is sent once, whatever happens.</summary>
    internal static StoredDelivery New(long subscription, string name, string key, string workspace, DateTimeOffset at, DateTimeOffset now, object data) => new()
    {
        SubscriptionId = subscription, Event = name, Key = key, State = DeliveryState.Waiting, CreatedAt = now, NextAt = now,
        Body = JsonSerializer.Serialize(new { type = name, timestamp = at.ToString("O", CultureInfo.InvariantCulture), workspace, data }, StoredJson.Options),
    };

    /// <summary>The secret of a subscription.</summary>
    internal string SecretOf(StoredSubscription row) => seal.Open(row.Secret, Purpose(row.Workspace, row.Address));

    private static void Require(string address, IReadOnlyList<string> events, bool allowsPlain)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 || !(uri.Scheme == Uri.UriSchemeHttps || (allowsPlain && uri.Scheme == Uri.UriSchemeHttp)))
        {
            throw new JobException($"The address must be a whole {(allowsPlain ? "http or https" : "https")} address without a name or password in it.") { IsWrongUse = true };
        }

        if (events.Count == 0 || events.FirstOrDefault(name => !EventNames.All.Contains(name)) is not null)
        {
            throw new JobException($"Name at least one event; there are {string.Join(", ", EventNames.All)}.") { IsWrongUse = true };
        }
    }

    private static async Task<StoredSubscription> FindAsync(CatalogContext context, string workspace, long id, CancellationToken cancellationToken) =>
        await context.Subscriptions.FirstOrDefaultAsync(row => row.Workspace == workspace && row.Id == id, cancellationToken)
            ?? throw new JobException($"The workspace has no subscription {id}.") { IsMissing = true };

    private static string Purpose(string workspace, string address) => $"subscription/{workspace}/{address}";
}
