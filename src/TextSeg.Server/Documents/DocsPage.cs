using Microsoft.AspNetCore.Routing;

namespace TextSeg.Server.Documents;

/// <summary>/docs: the interface to read and to try, by Scalar; everything comes from this program.</summary>
internal static class DocsPage
{
    private const string Policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'";

    public static void MapDocs(this IEndpointRouteBuilder routes)
    {
        routes.MapEmbedded("/docs", "TextSeg.Docs.docs.html", "text/html; charset=utf-8", Policy);
        routes.MapEmbedded("/docs/docs.js", "TextSeg.Docs.docs.js", "text/javascript; charset=utf-8", Policy);
        routes.MapEmbedded("/docs/scalar.js", "TextSeg.Docs.scalar.js", "text/javascript; charset=utf-8", Policy);
    }
}
