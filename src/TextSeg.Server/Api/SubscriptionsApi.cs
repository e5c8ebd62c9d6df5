using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using TextSeg.Engine.Access;
using TextSeg.Engine.Subscriptions;
using TextSeg.Server.Access;
using TextSeg.Server.Background;

namespace TextSeg.Server.Api;

/// <summary>A subscription to be made.</summary>
/// <param name="Address">Where messages are sent: a public https address.</param>
/// <param name="Events">What it is told of: run.finished, topic.rising, import.finished, erasure.done.</param>
internal sealed record SubscriptionWish([property: Required, StringLength(2_000, MinimumLength = 1)] string Address, [property: Required, MaxLength(20)] IReadOnlyList<string> Events);

/// <summary>A new subscription, with the secret that is shown this once.</summary>
internal sealed record NewSubscription(string Secret, Subscription Subscription);

/// <summary>…/subscriptions: addresses that are told of what happens (webhooks).</summary>
internal static class SubscriptionsApi
{
    public static void MapSubscriptions(this RouteGroupBuilder workspace)
    {
        var group = workspace.MapGroup("/subscriptions").WithTags("Subscriptions");
        group.MapGet("", ListAsync).Needs(Right.Manage).WithSummary("Addresses that are told of what happens, the newest first; secrets are not shown.");
        group.MapPost("", CreateAsync).Needs(Right.Manage).Audited("subscriptions.create")
            .WithSummary("Let an address be told of what happens from now on. Messages hold numbers and ids, no texts, and are signed as Standard Webhooks says; the secret is in this answer and nowhere else.");
        group.MapDelete("/{id:long}", DeleteAsync).Needs(Right.Manage).Audited("subscriptions.delete").WithSummary("End a subscription, at once, with its messages.");
        group.MapPost("/{id:long}/enable", EnableAsync).Needs(Right.Manage).Audited("subscriptions.enable").WithSummary("Send again to an address for which that was given up.");
        group.MapPost("/{id:long}/test", TestAsync).Needs(Right.Manage).Audited("subscriptions.test").WithSummary("Send a message that only tries the address, once; its delivery tells how that went.");
        group.MapGet("/{id:long}/deliveries", DeliveriesAsync).Needs(Right.Manage).WithSummary("Messages to an address of the last 30 days, the newest first, with what became of each.");
    }

    private static async Task<Ok<Page<Subscription>>> ListAsync(WorkspaceFeature of, SubscriptionRegistry subscriptions, CancellationToken cancellation, int? limit = null, string? cursor = null) =>
        TypedResults.Ok(Paging.Of(await subscriptions.ListAsync(of.Live.Name, cancellation), limit, cursor));

    private static async Task<Created<NewSubscription>> CreateAsync(WorkspaceFeature of, SubscriptionWish body, SubscriptionRegistry subscriptions, IOptions<ServiceOptions> options, CancellationToken cancellation)
    {
        var (made, secret) = await subscriptions.CreateAsync(of.Live.Name, body.Address, body.Events, options.Value.Outbound.AllowPrivateAddresses, cancellation);
        return TypedResults.Created((string?)null, new NewSubscription(secret, made));
    }

    private static async Task<NoContent> DeleteAsync(WorkspaceFeature of, long id, SubscriptionRegistry subscriptions, CancellationToken cancellation)
    {
        await subscriptions.DeleteAsync(of.Live.Name, id, cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<Subscription>> EnableAsync(WorkspaceFeature of, long id, SubscriptionRegistry subscriptions, CancellationToken cancellation) =>
        TypedResults.Ok(await subscriptions.EnableAsync(of.Live.Name, id, cancellation));

    private static async Task<Accepted<Delivery>> TestAsync(WorkspaceFeature of, long id, SubscriptionRegistry subscriptions, BackgroundSignal signal, CancellationToken cancellation)
    {
        var delivery = await subscriptions.TestAsync(of.Live.Name, id, cancellation);
        signal.Wake();
        return TypedResults.Accepted((string?)null, delivery);
    }

    private static async Task<Ok<Page<Delivery>>> DeliveriesAsync(WorkspaceFeature of, long id, SubscriptionRegistry subscriptions, CancellationToken cancellation, int? limit = null, string? cursor = null)
    {
        var size = Paging.Limit(limit);
        return TypedResults.Ok(Paging.Of(await subscriptions.DeliveriesAsync(of.Live.Name, id, Paging.Position(cursor), size + 1, cancellation), size, delivery => delivery.Id));
    }
}
