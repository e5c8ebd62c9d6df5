using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TextSeg.Server.Access;

/// <summary>The page at /: who is signed in, which workspaces there are, and a key for programs. It holds no data itself; its script asks the interface.</summary>
internal static class ServicePages
{
    /// <summary>What pages may load and do: files of this service, nothing written into them, no frame around them.</summary>
    public const string Policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        MapFile(routes, "/", "home.html", "text/html; charset=utf-8");
        MapFile(routes, "/pages/home.js", "home.js", "text/javascript; charset=utf-8");
        MapFile(routes, "/pages/pages.css", "pages.css", "text/css; charset=utf-8");
        MapFile(routes, "/pages/icon.svg", "icon.svg", "image/svg+xml");
    }

    private static void MapFile(IEndpointRouteBuilder routes, string path, string name, string type) =>
        routes.MapGet(path, (HttpContext context) =>
        {
            context.Response.Headers.ContentSecurityPolicy = Policy;
            return TypedResults.Stream(typeof(ServicePages).Assembly.GetManifestResourceStream($"TextSeg.Pages.{name}")!, type);
        }).AllowAnonymous().ExcludeFromDescription();
}
