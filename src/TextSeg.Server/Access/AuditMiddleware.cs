using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TextSeg.Engine.Access;
using TextSeg.Engine.Audit;

namespace TextSeg.Server.Access;

/// <summary>Writes down who read members' own words and who changed something, whatever the answer was. A refusal is written down too.</summary>
internal sealed class AuditMiddleware(RequestDelegate next, AuditLog log)
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
            await log.AddAsync(key?.Id, context.GetRouteValue("workspace") as string, action.Name, context.GetRouteValue("id") as string, context.Response.StatusCode);
        }
    }
}
