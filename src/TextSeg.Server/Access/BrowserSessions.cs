using Microsoft.AspNetCore.Http;
using TextSeg.Engine.Access;

namespace TextSeg.Server.Access;

/// <summary>Begins and ends the sessions of browsers: a secret in a cookie that scripts cannot read and other sites cannot use.</summary>
internal sealed class BrowserSessions(AccessKeys keys, TimeProvider clock)
{
    private static readonly TimeSpan Length = TimeSpan.FromHours(12);

    public async Task BeginAsync(HttpContext context, NewAccessKey who)
    {
        var ends = clock.GetUtcNow() + Length;
        var (secret, _) = await keys.CreateAsync(who with { Kind = AccessKeyKind.Session, ExpiresAt = ends }, context.RequestAborted);
        context.Response.Cookies.Append(AccessKeyAuthentication.SessionCookie, secret, new CookieOptions(Cookie(context)) { Expires = ends });
    }

    public async Task EndAsync(HttpContext context)
    {
        if (context.Features.Get<AccessKey>() is { Kind: AccessKeyKind.Session } session)
        {
            await keys.RevokeAsync(session.Id, context.RequestAborted);
        }

        context.Response.Cookies.Delete(AccessKeyAuthentication.SessionCookie, Cookie(context));
    }

    private static CookieOptions Cookie(HttpContext context) => new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps };
}
