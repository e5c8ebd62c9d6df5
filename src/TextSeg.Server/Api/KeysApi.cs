using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using TextSeg.Engine;
using TextSeg.Engine.Access;
using TextSeg.Server.Access;

namespace TextSeg.Server.Api;

/// <summary>A key to be made.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Role">What its holder may do.</param>
/// <param name="Workspace">The one workspace that it opens; all where it is left out.</param>
/// <param name="Scopes">Rights it is narrowed to; all of the role where it is left out.</param>
/// <param name="ExpiresAt">When it ends; never where it is left out.</param>
internal sealed record KeyWish([property: Required, StringLength(100, MinimumLength = 1)] string Name, Role Role, [property: StringLength(40)] string? Workspace, [property: MaxLength(20)] IReadOnlyList<Right>? Scopes, DateTimeOffset? ExpiresAt);

/// <summary>A new key, with the secret that is shown this once.</summary>
internal sealed record NewKey(string Secret, AccessKey Key);

/// <summary>/keys: who may do what.</summary>
internal static class KeysApi
{
    public static void MapKeys(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/keys").WithTags("Keys");
        group.MapGet("", ListAsync).Needs(Right.Manage).WithSummary("All keys, the newest first; secrets are not kept.");
        group.MapPost("", CreateAsync).Needs(Right.Manage).Audited("keys.create").WithSummary("Make a key. Its secret is in this answer and nowhere else.");
        group.MapDelete("/{id:long}", RevokeAsync).Needs(Right.Manage).Audited("keys.revoke").WithSummary("Take a key back, at once.");
    }

    private static async Task<Ok<Page<AccessKey>>> ListAsync(AccessKeyFeature caller, AccessKeys keys, CancellationToken cancellation, int? limit = null, string? cursor = null) =>
        TypedResults.Ok(Paging.Of([.. (await keys.ListAsync(cancellation)).Where(key => MayManage(caller.Key, key.Workspace))], limit, cursor));

    private static async Task<Results<Created<NewKey>, ForbidHttpResult>> CreateAsync(AccessKeyFeature caller, KeyWish body, AccessKeys keys, TimeProvider clock, CancellationToken cancellation)
    {
        if (body.ExpiresAt <= clock.GetUtcNow())
        {
            throw new JobException("The key would end before it begins: give an expiresAt in the future, or none.") { IsWrongUse = true };
        }

        if (!MayManage(caller.Key, body.Workspace))
        {
            return TypedResults.Forbid();
        }

        var wanted = new NewAccessKey(AccessKeyKind.Key, body.Name, body.Role) { Workspace = body.Workspace, Scopes = body.Scopes, ExpiresAt = body.ExpiresAt };
        var (secret, key) = await keys.CreateAsync(wanted, cancellation);
        return TypedResults.Created($"/api/v1/keys/{key.Id}", new NewKey(secret, key));
    }

    private static async Task<NoContent> RevokeAsync(AccessKeyFeature caller, long id, AccessKeys keys, CancellationToken cancellation)
    {
        var isThere = (await keys.ListAsync(cancellation)).Any(key => key.Id == id && MayManage(caller.Key, key.Workspace));
        return isThere && await keys.RevokeAsync(id, cancellation) ? TypedResults.NoContent() : throw new JobException($"There is no key {id}.") { IsMissing = true };
    }

    // The administrator of one workspace gives keys to that one only.
    private static bool MayManage(AccessKey caller, string? workspace) => caller.Workspace is null || caller.Workspace == workspace;
}
