using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TextSeg.Engine.Access;
using TextSeg.Engine.Hosting;

namespace TextSeg.Server.Access;

/// <summary>Opens the workspace of the address, before anything of the body is read; one that the key does not open looks like one that is not there.</summary>
internal sealed class WorkspaceMiddleware(RequestDelegate next, WorkspaceRegistry workspaces)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetRouteValue("workspace") is string name)
        {
            if (context.Features.Get<AccessKey>()?.Opens(name) != true || await workspaces.FindAsync(name, context.RequestAborted) is null)
            {
                await TypedResults.Problem(
                    title: "No such workspace.", detail: "This key opens no workspace of that name: GET /api/v1/workspaces lists those it opens.", statusCode: StatusCodes.Status404NotFound).ExecuteAsync(context);
                return;
            }

            context.Features.Set(workspaces.Open(name));
        }

        await next(context);
    }
}
