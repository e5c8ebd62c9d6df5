using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace TextSeg.Server;

/// <summary>How large and how slow a request may be. A bulk push alone may be larger, and is read as it arrives.</summary>
internal static class RequestLimits
{
    /// <summary>Largest body of a request, in bytes.</summary>
    public const int BodyBytes = 1 << 20;

    private static readonly TimeSpan HeadersTime = TimeSpan.FromSeconds(15);

    public static void AddRequestLimits(this WebApplicationBuilder builder) => builder.WebHost.ConfigureKestrel(server =>
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = BodyBytes;
        server.Limits.RequestHeadersTimeout = HeadersTime;
    });

    /// <summary>Lets the body of this request be as large as an upload may be.</summary>
    public static void AllowUpload(this HttpContext http, ServiceOptions options) =>
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = (long)options.MostUploadMebibytes << 20;

    /// <summary>Refuses bodies that are packed, for what they would become cannot be told beforehand, and those that are no UTF-8.</summary>
    public static void RefuseOddBodies(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.Request.Headers.ContentEncoding.ToString() is { Length: > 0 } packing && !packing.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Headers.AcceptEncoding = "identity";
            await TypedResults.Problem(title: "The body is packed.", detail: "Send it without Content-Encoding.", statusCode: StatusCodes.Status415UnsupportedMediaType).ExecuteAsync(context);
            return;
        }

        if (context.Request.GetTypedHeaders().ContentType?.Charset is { Length: > 0 } charset && !charset.ToString().Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            await TypedResults.Problem(title: "The body is in another encoding.", detail: "Send it as UTF-8.", statusCode: StatusCodes.Status415UnsupportedMediaType).ExecuteAsync(context);
            return;
        }

        await next(context);
    });
}
