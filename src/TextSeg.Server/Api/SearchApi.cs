using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using TextSeg.Engine.Access;
using TextSeg.Engine.Disclosure;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Queries;
using TextSeg.Server.Access;
using TextSeg.Server.Writes;

namespace TextSeg.Server.Api;

/// <summary>A question in plain words.</summary>
/// <param name="Question">A theme, in any language that the encoder knows.</param>
/// <param name="Filter">Only these posts, as on the command line: "language=de,mood=frustrated".</param>
/// <param name="Limit">Posts wanted, 1 to 1,000; 10 where it is left out.</param>
internal sealed record SearchQuestion([property: Required, StringLength(2_000, MinimumLength = 1)] string Question, [property: StringLength(2_000)] string? Filter, [property: Range(1, 1_000)] int? Limit);

/// <summary>…/search: asks the posts in plain words.</summary>
internal static class SearchApi
{
    private const int DefaultHits = 10;

    public static void MapSearch(this RouteGroupBuilder workspace) =>
        workspace.MapPost("/search", AskAsync).WithTags("Search").Needs(Right.Read).Audited("search").RepeatsSafely("A search changes nothing.")
            .WithSummary("Posts that answer a theme in plain words: how many, by how many members, how sure, in which topics.");

    private static async Task<Ok<SearchAnswer>> AskAsync(WorkspaceFeature of, AccessKeyFeature caller, SearchQuestion body, ServiceModels models, IOptions<ServiceOptions> options, CancellationToken cancellation)
    {
        using var workspace = of.Live.OpenToRead();
        var minimum = options.Value.MinimumMembers;
        var answer = await of.Live.Search(workspace, models.Tools, minimum).AskAsync(body.Question, SearchFilter.Parse(body.Filter), body.Limit ?? DefaultHits, cancellation);
        return TypedResults.Ok(DisclosedAnswer.Of(answer, DisclosedTopics.HiddenIn(workspace, minimum), minimum, caller.Key.Allows(Right.Edit)));
    }
}
