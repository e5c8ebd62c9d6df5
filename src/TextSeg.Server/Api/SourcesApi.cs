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
        group.MapGet("", List).Needs(Right.Read).WithSummary("Sources with their posts and rejected records.");
        group.MapGet("/{id}/rejected", Rejected).Needs(Right.Ingest).Audited("sources.rejected").WithSummary("Records of the source's last reading that could not be taken, each with its reason.");
    }

    private static Ok<Page<SourceSummary>> List(WorkspaceFeature of, int? limit = null, string? cursor = null)
    {
        using var workspace = of.Live.OpenToRead();
        return TypedResults.Ok(Paging.Of(new SourceQueries(workspace).All(), limit, cursor));
    }

    private static Ok<Page<RejectedRecord>> Rejected(WorkspaceFeature of, string id, int? limit = null, string? cursor = null)
    {
        using var workspace = of.Live.OpenToRead();
        var size = Paging.Limit(limit);
        return TypedResults.Ok(Paging.Of(new SourceQueries(workspace).Rejected(id, Paging.Position(cursor) ?? 0, size + 1), size, record => record.Line));
    }
}
