using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using TextSeg.Engine.Access;
using TextSeg.Server.Access;

namespace TextSeg.Server.Api;

/// <summary>Who asks.</summary>
/// <param name="Name">What the key or the session is called.</param>
/// <param name="Role">What its holder is.</param>
/// <param name="Workspace">The one workspace that it opens; null for all.</param>
/// <param name="Rights">What its holder may do.</param>
/// <param name="ExpiresAt">When it ends; null for never.</param>
internal sealed record Caller(string Name, Role Role, string? Workspace, IReadOnlyList<Right> Rights, DateTimeOffset? ExpiresAt);

/// <summary>/me: what the service knows of whoever asks.</summary>
internal static class MeApi
{
    public static void MapMe(this RouteGroupBuilder api) =>
        api.MapGet("/me", Get).WithTags("Keys").Needs(Right.Read).WithSummary("Who asks, and what they may do.");

    private static Ok<Caller> Get(AccessKeyFeature caller) =>
        TypedResults.Ok(new Caller(caller.Key.Name, caller.Key.Role, caller.Key.Workspace, [.. Enum.GetValues<Right>().Where(caller.Key.Allows)], caller.Key.ExpiresAt));
}
