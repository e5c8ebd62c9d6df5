using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using TextSeg.Engine.Access;
using TextSeg.Engine.Receiving;
using TextSeg.Server.Access;

namespace TextSeg.Server.Api;

/// <summary>An address for messages to be made.</summary>
/// <param name="Kind">Who sends.</param>
/// <param name="Source">Name of the source: the one under which the forum or account is pulled, if it is.</param>
/// <param name="Secret">The secret that the sender signs with, as Zendesk shows it; where it is left out, one is made.</param>
internal sealed record ReceiverWish(ReceiverKind Kind, [property: Required, StringLength(200, MinimumLength = 1)] string Source, [property: StringLength(400, MinimumLength = 8)] string? Secret);

/// <summary>A new address for messages, with the secret that is shown this once.</summary>
internal sealed record NewReceiver(string Secret, Receiver Receiver);

/// <summary>…/receivers: addresses to which forums and help desks send what happens there.</summary>
internal static class ReceiversApi
{
    public static void MapReceivers(this RouteGroupBuilder workspace)
    {
        var group = workspace.MapGroup("/receivers").WithTags("Receivers");
        group.MapGet("", ListAsync).Needs(Right.Manage).WithSummary("Addresses for messages of forums and help desks, the newest first; secrets are not shown.");
        group.MapPost("", CreateAsync).Needs(Right.Manage).Audited("receivers.create").WithSummary("Make an address for messages of a Discourse forum or a Zendesk account. Its secret is in this answer and nowhere else.");
        group.MapDelete("/{id:long}", DeleteAsync).Needs(Right.Manage).Audited("receivers.delete").WithSummary("End an address, at once. Posts that came by it stay.");
    }

    private static async Task<Ok<Page<Receiver>>> ListAsync(WorkspaceFeature of, Receivers receivers, CancellationToken cancellation, int? limit = null, string? cursor = null) =>
        TypedResults.Ok(Paging.Of(await receivers.ListAsync(of.Live.Name, cancellation), limit, cursor));

    private static async Task<Created<NewReceiver>> CreateAsync(WorkspaceFeature of, ReceiverWish body, Receivers receivers, CancellationToken cancellation)
    {
        var (receiver, secret) = await receivers.CreateAsync(of.Live.Name, body.Kind, body.Source, body.Secret, cancellation);
        return TypedResults.Created((string?)null, new NewReceiver(secret, receiver));
    }

    private static async Task<NoContent> DeleteAsync(WorkspaceFeature of, long id, Receivers receivers, CancellationToken cancellation)
    {
        await receivers.DeleteAsync(of.Live.Name, id, cancellation);
        return TypedResults.NoContent();
    }
}
