using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using TextSeg.Engine.Access;
using TextSeg.Engine.Audit;
using TextSeg.Server.Access;

namespace TextSeg.Server.Api;

/// <summary>…/audit: who read members' own words and who changed what.</summary>
internal static class AuditApi
{
    public static void MapAudit(this RouteGroupBuilder workspace) =>
        workspace.MapGet("/audit", ListAsync).WithTags("Audit").Needs(Right.Manage).WithSummary("The audit log of the workspace, the newest first.");

    private static async Task<Ok<Page<AuditEntry>>> ListAsync(WorkspaceFeature of, AuditLog log, CancellationToken cancellation, int? limit = null, string? cursor = null)
    {
        var size = Paging.Limit(limit);
        return TypedResults.Ok(Paging.Of(await log.ReadAsync(of.Live.Name, Paging.Position(cursor), size + 1, cancellation), size, entry => entry.Id));
    }
}
