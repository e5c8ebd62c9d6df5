using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using TextSeg.Engine.Access;
using TextSeg.Engine.Hosting;
using TextSeg.Server.Access;

namespace TextSeg.Server.Api;

/// <summary>A workspace to be made.</summary>
internal sealed record NewWorkspace([property: Required, StringLength(40, MinimumLength = 1)] string Name, [property: StringLength(200)] string? Title);

/// <summary>/workspaces: the communities that the service knows.</summary>
internal static class WorkspacesApi
{
    public static void MapWorkspaces(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/workspaces").WithTags("Workspaces");
        group.MapGet("", ListAsync).Needs(Right.Read).WithSummary("The workspaces that this key opens.");
        group.MapPost("", CreateAsync).Needs(Right.Manage).Audited("workspaces.create").WithSummary("Make a workspace.");
    }

    private static async Task<Ok<Page<WorkspaceEntry>>> ListAsync(AccessKeyFeature caller, WorkspaceRegistry workspaces, CancellationToken cancellation, int? limit = null, string? cursor = null) =>
        TypedResults.Ok(Paging.Of([.. (await workspaces.ListAsync(cancellation)).Where(workspace => caller.Key.Opens(workspace.Name))], limit, cursor));

    private static async Task<Results<Created<WorkspaceEntry>, ForbidHttpResult>> CreateAsync(AccessKeyFeature caller, NewWorkspace body, WorkspaceRegistry workspaces, CancellationToken cancellation)
    {
        if (caller.Key.Workspace is not null)
        {
            return TypedResults.Forbid();
        }

        var made = await workspaces.CreateAsync(body.Name, body.Title ?? body.Name, cancellation);
        return TypedResults.Created($"/api/v1/workspaces/{made.Name}", made);
    }
}
