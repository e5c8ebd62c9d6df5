using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using TextSeg.Engine.Access;

namespace TextSeg.Server.Access;

/// <summary>Signing in by a link. The link opens a page with a button, so that programs that look at links beforehand do not use it up.</summary>
internal static class SignInApi
{
    private const string Refusal = "This link was used before or is too old. Ask for a new one; on the machine of the service, 'textseg keys link' makes it.";

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in", (HttpContext context, string? link) => SignInPage.WriteAsync(context, link)).AllowAnonymous().ExcludeFromDescription();
        routes.MapPost("/sign-in", SignInAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        routes.MapPost("/sign-out", SignOutAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
    }

    private static async Task SignInAsync(HttpContext context, [FromForm] string? link, AccessKeys keys, BrowserSessions sessions, CancellationToken cancellation)
    {
        if (await keys.FindAsync(link ?? "", cancellation) is not { Kind: AccessKeyKind.Link } key || !await keys.UseUpAsync(key.Id, cancellation))
        {
            await SignInPage.WriteAsync(context, StatusCodes.Status401Unauthorized, Refusal);
            return;
        }

        await sessions.BeginAsync(context, new NewAccessKey(AccessKeyKind.Session, key.Name, key.Role) { Workspace = key.Workspace, Scopes = key.Scopes });
        context.Response.Redirect("/");
    }

    private static async Task SignOutAsync(HttpContext context, BrowserSessions sessions)
    {
        await sessions.EndAsync(context);
        context.Response.Redirect("/sign-in");
    }
}
