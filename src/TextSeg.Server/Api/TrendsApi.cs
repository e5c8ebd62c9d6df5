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

/// <summary>…/trends: how much is written and in which mood, over time.</summary>
internal static class TrendsApi
{
    public static void MapTrends(this RouteGroupBuilder workspace) =>
        workspace.MapGroup("/trends").WithTags("Trends")
            .MapGet("", List).Needs(Right.Read).WithSummary("Posts and moods by topic, segment or language and by day, week, month or year.");

    private static Ok<Page<Trend>> List(
        WorkspaceFeature of, IOptions<ServiceOptions> options, Choice<TrendSplit>? by = null, Choice<TrendPeriod>? period = null, string? filter = null, int? limit = null, string? cursor = null)
    {
        using var workspace = of.Live.OpenToRead();
        var (wanted, minimum) = (SearchFilter.Parse(filter), options.Value.MinimumMembers);
        FilterSize.Require(workspace, wanted, minimum);
        return TypedResults.Ok(Paging.Of(new TrendQueries(workspace, minimum).Read(by?.Value ?? TrendSplit.None, period?.Value ?? TrendPeriod.Month, wanted), limit, cursor));
    }
}
