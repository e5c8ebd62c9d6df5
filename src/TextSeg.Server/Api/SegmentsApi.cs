using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using TextSeg.Engine.Access;
using TextSeg.Engine.Disclosure;
using TextSeg.Engine.Queries;
using TextSeg.Server.Access;

namespace TextSeg.Server.Api;

/// <summary>…/segments: groups of members.</summary>
internal static class SegmentsApi
{
    public static void MapSegments(this RouteGroupBuilder workspace)
    {
        var group = workspace.MapGroup("/segments").WithTags("Segments");
        group.MapGet("", List).Needs(Right.Read).Audited("segments.read").WithSummary("Segments with their evidence, the largest first.");
        group.MapGet("/{id}", Get).Needs(Right.Read).Audited("segments.read").WithSummary("A segment: who they are, what they want, in which words.");
    }

    private static Ok<Page<SegmentCard>> List(WorkspaceFeature of, IOptions<ServiceOptions> options, int? limit = null, string? cursor = null)
    {
        using var workspace = of.Live.OpenToRead();
        return TypedResults.Ok(Paging.Of(new DisclosedSegments(workspace, options.Value.MinimumMembers).All(), limit, cursor));
    }

    private static Ok<SegmentCard> Get(WorkspaceFeature of, IOptions<ServiceOptions> options, string id)
    {
        using var workspace = of.Live.OpenToRead();
        return TypedResults.Ok(new DisclosedSegments(workspace, options.Value.MinimumMembers).Get(id));
    }
}
