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

/// <summary>…/topics: what a community writes about.</summary>
internal static class TopicsApi
{
    public static void MapTopics(this RouteGroupBuilder workspace)
    {
        var group = workspace.MapGroup("/topics").WithTags("Topics");
        group.MapGet("", List).Needs(Right.Read).WithSummary("Topics, the coarsest level first.");
        group.MapGet("/{id}", Get).Needs(Right.Read).Audited("topics.read").WithSummary("A topic with its key phrases, quotes, languages, months and moods.");
    }

    private static Ok<Page<TopicSummary>> List(WorkspaceFeature of, IOptions<ServiceOptions> options, bool all = false, int? limit = null, string? cursor = null)
    {
        using var workspace = of.Live.OpenToRead();
        var topics = new DisclosedTopics(workspace, options.Value.MinimumMembers);
        return TypedResults.Ok(Paging.Of(all ? topics.All() : topics.AtReaderLevel(), limit, cursor));
    }

    private static Ok<TopicCard> Get(WorkspaceFeature of, IOptions<ServiceOptions> options, string id)
    {
        using var workspace = of.Live.OpenToRead();
        return TypedResults.Ok(new DisclosedTopics(workspace, options.Value.MinimumMembers).Get(id));
    }
}
