using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using TextSeg.Engine.Access;
using TextSeg.Engine.Queries;
using TextSeg.Server.Access;

namespace TextSeg.Server.Api;

/// <summary>…/sources: where posts came from, and what could not be taken.</summary>
internal static class SourcesApi
{
    public static void MapSources(this RouteGroupBuilder workspace)
    {
        var group = workspace.MapGroup("/sources").WithTags("Sources");
        group.MapGet("", List).Needs(Right.Read).WithSummary("Sources with their posts, rejected records, and whether they come as they are used to.");
        group.MapGet("/{id}/rejected", Rejected).Needs(Right.Ingest).Audited("sources.rejected").WithSummary("Records of the source's last reading that could not be taken, each with its reason.");
    }

    private static Ok<Page<SourceSummary>> List(WorkspaceFeature of, TimeProvider clock, int? limit = null, string? cursor = null)
    {
        using var workspace = of.Live.OpenToRead();
        return TypedResults.Ok(Paging.Of(new SourceQueries(workspace, clock).All(), limit, cursor));
    }

    private static Ok<Page<RejectedRecord>> Rejected(WorkspaceFeature of, TimeProvider clock, string id, int? limit = null, string? cursor = null)
    {
        using var workspace = of.Live.OpenToRead();
        var size = Paging.Limit(limit);
        return TypedResults.Ok(Paging.Of(new SourceQueries(workspace, clock).Rejected(id, Paging.Position(cursor) ?? 0, size + 1), size, record => record.Line));
    }
}
