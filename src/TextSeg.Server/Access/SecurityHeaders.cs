using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace TextSeg.Server.Access;

/// <summary>Headers that keep browsers from guessing types, framing pages, telling where somebody came from and keeping data.</summary>
internal static class SecurityHeaders
{
    private const string NothingAllowed = "default-src 'none'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers.TryAdd("Content-Security-Policy", NothingAllowed);
            headers.TryAdd("Cache-Control", "no-store");
            return Task.CompletedTask;
        });
        return next(context);
    });
}
