using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using TextSeg.Engine.Access;

namespace TextSeg.Server.Access;

/// <summary>Signing in by a link. The link opens a page with a button, so that programs that look at links beforehand do not use it up.</summary>
internal static class SignInApi
{
    private static readonly TimeSpan SessionLength = TimeSpan.FromHours(12);

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in", Page).AllowAnonymous().ExcludeFromDescription();
        routes.MapPost("/sign-in", SignInAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        routes.MapPost("/sign-out", SignOutAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
    }

    private static ContentHttpResult Page(string? link) => TypedResults.Content(
        $"""
        <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>Sign in to TextSeg</title>
        <style>body { "{" }font:1rem/1.5 system-ui;max-width:26rem;margin:20vh auto;padding:0 1rem{ "}" }button{ "{" }font:inherit;padding:.5rem 1.25rem{ "}" }</style>
        <h1>TextSeg</h1><p>This link signs you in once, for twelve hours, in this browser.</p>
        <form method="post" action="/sign-in"><input type="hidden" name="link" value="{WebUtility.HtmlEncode(link)}"><button autofocus>Sign in</button></form></html>
        """,
        "text/html; charset=utf-8");

    private static async Task<Results<RedirectHttpResult, ProblemHttpResult>> SignInAsync(
        HttpContext context, [FromForm] string? link, AccessKeys keys, TimeProvider clock, CancellationToken cancellation)
    {
        if (await keys.FindAsync(link ?? "", cancellation) is not { Kind: AccessKeyKind.Link } key || !await keys.UseUpAsync(key.Id, cancellation))
        {
            return TypedResults.Problem(title: "This link does not sign in.", detail: "It was used before or is too old: ask for a new one with 'textseg keys link'.", statusCode: StatusCodes.Status401Unauthorized);
        }

        var ends = clock.GetUtcNow() + SessionLength;
        var (secret, _) = await keys.CreateAsync(new NewAccessKey(AccessKeyKind.Session, key.Name, key.Role) { Workspace = key.Workspace, Scopes = key.Scopes, ExpiresAt = ends }, cancellation);
        context.Response.Cookies.Append(
            AccessKeyAuthentication.SessionCookie, secret, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Expires = ends });
        return TypedResults.Redirect("/docs");
    }

    private static async Task<RedirectHttpResult> SignOutAsync(HttpContext context, AccessKeys keys, CancellationToken cancellation)
    {
        if (context.Request.Cookies[AccessKeyAuthentication.SessionCookie] is { } secret && await keys.FindAsync(secret, cancellation) is { Kind: AccessKeyKind.Session } session)
        {
            await keys.RevokeAsync(session.Id, cancellation);
        }

        context.Response.Cookies.Delete(AccessKeyAuthentication.SessionCookie);
        return TypedResults.Redirect("/");
    }
}
