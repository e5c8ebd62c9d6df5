using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TextSeg.Server.Documents;

/// <summary>Serves files that lie in this program.</summary>
internal static class EmbeddedFiles
{
    /// <param name="routes">Where to serve it.</param>
    /// <param name="path">Its address.</param>
    /// <param name="resource">Its name in the program.</param>
    /// <param name="type">Its media type.</param>
    /// <param name="policy">What the page may load (Content-Security-Policy).</param>
    public static void MapEmbedded(this IEndpointRouteBuilder routes, string path, string resource, string type, string policy) =>
        routes.MapGet(path, (HttpContext context) =>
        {
            context.Response.Headers.ContentSecurityPolicy = policy;
            return TypedResults.Stream(typeof(EmbeddedFiles).Assembly.GetManifestResourceStream(resource)!, type);
        }).AllowAnonymous().ExcludeFromDescription();
}
