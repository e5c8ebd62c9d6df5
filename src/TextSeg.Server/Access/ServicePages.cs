using Microsoft.AspNetCore.Routing;
using TextSeg.Server.Documents;

namespace TextSeg.Server.Access;

/// <summary>The page at /: who is signed in, which workspaces there are, and a key for programs. It holds no data itself; its script asks the interface.</summary>
internal static class ServicePages
{
    /// <summary>What pages may load and do: files of this service, nothing written into them, no frame around them.</summary>
    public const string Policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapEmbedded("/", "TextSeg.Pages.home.html", "text/html; charset=utf-8", Policy);
        routes.MapEmbedded("/pages/home.js", "TextSeg.Pages.home.js", "text/javascript; charset=utf-8", Policy);
        routes.MapEmbedded("/pages/pages.css", "TextSeg.Pages.pages.css", "text/css; charset=utf-8", Policy);
        routes.MapEmbedded("/pages/icon.svg", "TextSeg.Pages.icon.svg", "image/svg+xml", Policy);
    }
}
