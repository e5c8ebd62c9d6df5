using Microsoft.AspNetCore.Http;
using TextSeg.Engine.Access;

namespace TextSeg.Server.Access;

/// <summary>
/// Takes writes of a signed-in browser, and sign-ins, from the service's own pages only: another site could send them in the user's name (Fetch Metadata, W3C; Origin, RFC 6454).
/// A browser sends at least one of the two headers with a write; keys in a header need none, for no browser adds them by itself.
/// </summary>
internal sealed class SameOriginMiddleware(RequestDelegate next)
{
    private const string FetchSite = "Sec-Fetch-Site";

    public async Task InvokeAsync(HttpContext context)
    {
        if (IsRead(context.Request.Method) || !IsByCookie(context) || IsOwn(context.Request))
        {
            await next(context);
            return;
        }

        await TypedResults.Problem(
            title: "This did not come from a page of this service.", detail: "Open the service's own page and try there, or send a key in the header 'Authorization: Bearer ts_…'.",
            statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);
    }

    private static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);

    private static bool IsByCookie(HttpContext context) =>
        context.Features.Get<AccessKey>() is { Kind: AccessKeyKind.Session } || context.Request.Path.StartsWithSegments("/sign-in") || context.Request.Path.StartsWithSegments("/sign-out");

    private static bool IsOwn(HttpRequest request) => request.Headers[FetchSite].ToString() switch
    {
        "same-origin" => true,
        "" => Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin) && origin.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
