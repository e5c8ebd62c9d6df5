using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TextSeg.Engine.Access;
using TextSeg.Engine.Audit;

namespace TextSeg.Server.Access;

/// <summary>Writes down who read members' own words and who changed something, whatever the answer was. A refusal is written down too.</summary>
internal sealed partial class AuditMiddleware(RequestDelegate next, AuditLog log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<AuditedAction>() is not { } action)
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
        }
        finally
        {
            var key = context.Features.Get<AccessKey>();
            await log.AddAsync(key?.Id, context.GetRouteValue("workspace") as string, action.Name, Subject(context), context.Response.StatusCode);
        }
    }

    // An id in an address may be a member's name in the source: only what is plainly a number of this service is written down.
    private static string? Subject(HttpContext context) =>
        context.Features.Get<AuditSubject>()?.Id ?? (context.GetRouteValue("id") is string id && PlainId().IsMatch(id) ? id : null);

    [GeneratedRegex("^[a-z]{0,2}[0-9][0-9.-]{0,18}$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainId();
}

/// <summary>What an audited request was about, where the address does not tell it by a number.</summary>
internal sealed record AuditSubject(string Id);
