using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using TextSeg.Engine.Receiving;
using TextSeg.Engine.Sources.Webhooks;
using TextSeg.Server.Background;

namespace TextSeg.Server.Api;

/// <summary>/hooks: where forums and help desks send what happens there. They have no key: each message is signed.</summary>
internal static class HooksApi
{
    public static void MapHooks(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/hooks/{token}", ReceiveAsync).AllowAnonymous().WithTags("Receivers").Accepts<JsonElement>("application/json").ProducesProblem(StatusCodes.Status401Unauthorized)
            .WithSummary("Takes a signed message of a Discourse forum or a Zendesk account: a post written, changed or deleted there. The same message again changes nothing.");

    private static async Task<Results<Ok<WebhookAnswer>, ProblemHttpResult>> ReceiveAsync(HttpContext http, string token, WebhookIntake intake, BackgroundSignal signal, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, cancellation);
        var headers = new WebhookHeaders(
            Header(http, DiscourseWebhook.SignatureHeader) ?? Header(http, ZendeskWebhook.SignatureHeader), Header(http, ZendeskWebhook.TimestampHeader), Header(http, DiscourseWebhook.EventHeader));
        if (await intake.TakeAsync(token, headers, body.ToArray(), cancellation) is not { } answer)
        {
            return TypedResults.Problem(title: "Not accepted.", statusCode: StatusCodes.Status401Unauthorized);
        }

        signal.Wake();
        return TypedResults.Ok(answer);
    }

    private static string? Header(HttpContext http, string name) => http.Request.Headers[name].ToString() is { Length: > 0 } value ? value : null;
}
