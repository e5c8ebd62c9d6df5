using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace TextSeg.Server.Api;

/// <summary>Gives answers to GET a tag of their content, and answers 304 to whoever has them already (RFC 9110, section 13.1.2).</summary>
internal sealed class EntityTagFilter(IOptions<JsonOptions> json) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        var value = (result as INestedHttpResult)?.Result ?? result;
        if (!HttpMethods.IsGet(context.HttpContext.Request.Method) || value is not IValueHttpResult { Value: { } content } || value is IStatusCodeHttpResult { StatusCode: not (null or StatusCodes.Status200OK) })
        {
            return result;
        }

        var bytes = JsonSerializer.SerializeToUtf8Bytes(content, content.GetType(), json.Value.SerializerOptions);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"";
        context.HttpContext.Response.Headers.ETag = tag;
        return IsKnown(context.HttpContext.Request.Headers.IfNoneMatch, tag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(bytes, "application/json; charset=utf-8");
    }

    private static bool IsKnown(StringValues known, string tag) =>
        EntityTagHeaderValue.TryParseList([.. known.OfType<string>()], out var tags) && tags.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Tag == tag);
}
