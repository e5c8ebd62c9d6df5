using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TextSeg.Server.Documents;

/// <summary>/docs: the interface to read and to try, by Scalar; everything comes from this program.</summary>
internal static class DocsPage
{
    private const string Policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'";

    public static void MapDocs(this IEndpointRouteBuilder routes)
    {
        MapFile(routes, "/docs", "docs.html", "text/html; charset=utf-8");
        MapFile(routes, "/docs/docs.js", "docs.js", "text/javascript; charset=utf-8");
        MapFile(routes, "/docs/scalar.js", "scalar.js", "text/javascript; charset=utf-8");
    }

    private static void MapFile(IEndpointRouteBuilder routes, string path, string name, string type) =>
        routes.MapGet(path, (HttpContext context) =>
        {
            context.Response.Headers.ContentSecurityPolicy = Policy;
            return TypedResults.Stream(typeof(DocsPage).Assembly.GetManifestResourceStream($"TextSeg.Docs.{name}")!, type);
        }).AllowAnonymous().ExcludeFromDescription();
}
