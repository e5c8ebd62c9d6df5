using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using TextSeg.Engine.Access;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Ingestion;
using TextSeg.Engine.MemberRights;
using TextSeg.Engine.Messages;
using TextSeg.Engine.Sources;
using TextSeg.Server.Access;
using TextSeg.Server.Api.Bodies;
using TextSeg.Server.Writes;

namespace TextSeg.Server.Api;

/// <summary>What became of a bulk push.</summary>
/// <param name="Added">New posts.</param>
/// <param name="Changed">Posts known before whose content is another now.</param>
/// <param name="Unchanged">Posts known before.</param>
/// <param name="Rejected">Records that could not be taken.</param>
internal sealed record PushSummary(long Added, long Changed, long Unchanged, long Rejected);

/// <summary>…/posts: brings posts in. A post is known by source and id, so a push may be repeated; nothing is stored twice.</summary>
internal static class PostsApi
{
    private const string DefaultSource = "api";

    public static void MapPosts(this RouteGroupBuilder workspace) =>
        workspace.MapPost("/posts", PushAsync).WithTags("Posts").Needs(Right.Ingest).Audited("posts.push")
            .RepeatsSafely("A post is known by source and id, so the same push again stores nothing twice.")
            .Accepts<JsonElement>("application/json", "application/x-ndjson").Produces<RowAnswer>(contentType: "application/x-ndjson")
            .WithSummary("Push posts: a JSON array, or JSON Lines. Each record is answered by a line when it is stored; the last line counts them.");

    private static async Task PushAsync(
        HttpContext http, WorkspaceFeature of, IOptions<ServiceOptions> options, IOptions<JsonOptions> json, TimeProvider clock, WorkNotices notices, ErasureReceipts erasures,
        CancellationToken cancellation, string source = DefaultSource, Choice<PostKind>? kind = null)
    {
        http.AllowUpload(options.Value);
        var rows = PostBody.ReadAsync(http.Request, source, kind?.Value ?? PostKind.Forum, clock, cancellation);
        var lines = new RowAnswers(http.Response, json.Value);
        await foreach (var answers in new PostIntake(of.Live, erasures, clock).TakeAsync(source, rows, cancellation))
        {
            notices.Tell(new PostsArrived(of.Live.Name));
            await lines.WriteAsync(answers);
        }

        await lines.EndAsync();
    }
}
