using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using TextSeg.Engine.Access;
using TextSeg.Engine.Behaviour;
using TextSeg.Engine.Ingestion;
using TextSeg.Engine.MemberRights;
using TextSeg.Server.Access;
using TextSeg.Server.Api.Bodies;
using TextSeg.Server.Writes;

namespace TextSeg.Server.Api;

/// <summary>…/events: what members did elsewhere. Segment cards show it, so that one sees what a segment is worth.</summary>
internal static class EventsApi
{
    private const string DefaultSource = "api";

    public static void MapEvents(this RouteGroupBuilder workspace) =>
        workspace.MapPost("/events", PushAsync).WithTags("Events").Needs(Right.Ingest).Audited("events.push")
            .RepeatsSafely("An event is known by source and id, so the same push again stores nothing twice.")
            .Accepts<JsonElement>("application/json", "application/x-ndjson").Produces<RowAnswer>(contentType: "application/x-ndjson")
            .WithSummary("Push what members did elsewhere (orders, visits, clicks): a JSON array, or JSON Lines, of objects with member (as in posts of the source), kind, time and, where they are known, id and value. Each record is answered by a line when it is stored; the last line counts them.");

    private static async Task PushAsync(
        HttpContext http, WorkspaceFeature of, IOptions<ServiceOptions> options, IOptions<JsonOptions> json, TimeProvider clock, ErasureReceipts erasures, CancellationToken cancellation, string source = DefaultSource)
    {
        http.AllowUpload(options.Value);
        var records = PostBody.RecordsAsync(http.Request, cancellation).Select(record => record.Json is null ? EventRecord.Reject(record.Number, record.Fault!) : EventRecord.Read(record.Number, record.Json, clock));
        var lines = new RowAnswers(http.Response, json.Value);
        await foreach (var answers in new EventIntake(of.Live, erasures).TakeAsync(source, records, cancellation))
        {
            await lines.WriteAsync(answers);
        }

        await lines.EndAsync();
    }
}
