using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using TextSeg.Engine.Access;
using TextSeg.Engine.Importing;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Sources;
using TextSeg.Server.Access;
using TextSeg.Server.Background;
using TextSeg.Server.Writes;

namespace TextSeg.Server.Api;

/// <summary>…/imports: whole files, read in the background as the command line reads its inputs.</summary>
internal static class ImportsApi
{
    private static readonly string[] MediaTypes = ["application/octet-stream", "text/csv", "text/tab-separated-values", "application/json", "application/x-ndjson", "application/mbox", "application/gzip", "text/plain"];

    public static void MapImports(this RouteGroupBuilder workspace)
    {
        var group = workspace.MapGroup("/imports").WithTags("Imports");
        group.MapPost("", UploadAsync).Needs(Right.Ingest).Audited("imports.create").Accepts<Stream>(MediaTypes[0], MediaTypes[1..])
            .RepeatsSafely("The same file to be read in the same way is the same import until that is deleted or has failed.")
            .WithSummary("Upload a file to be read in the background: CSV, TSV, JSON, JSON Lines, mbox or Posts.xml of a Stack Exchange dump, each also as gzip. Columns may be named as text=body,member=author; what is not named is guessed, and told with the import.");
        group.MapGet("", ListAsync).Needs(Right.Ingest).WithSummary("Imports, the newest first.");
        group.MapGet("/{id:long}", GetAsync).Needs(Right.Ingest).WithSummary("How far an import is, how the file was understood, and what became of its records.");
        group.MapGet("/{id:long}/rejected", RejectedAsync).Needs(Right.Ingest).WithSummary("Records of an import that could not be taken, by line, each with its reason.");
        group.MapPost("/{id:long}/cancel", CancelAsync).Needs(Right.Ingest).Audited("imports.cancel").WithSummary("Stop an import. Posts that it stored stay; one that has ended stays as it is.");
        group.MapDelete("/{id:long}", DeleteAsync).Needs(Right.Ingest).Audited("imports.delete").WithSummary("Take an import that has ended out of the list, with its rejected records. Its posts stay.");
    }

    private static async Task<Results<Accepted<Import>, Ok<Import>>> UploadAsync(
        HttpContext http, WorkspaceFeature of, IOptions<ServiceOptions> options, ImportRegistry imports, BackgroundSignal signal, CancellationToken cancellation,
        string? file = null, string? source = null, string? columns = null, Choice<PostKind>? kind = null)
    {
        http.AllowUpload(options.Value);
        var (import, isNew) = await imports.AddAsync(of.Live, http.Request.Body, new NewImport(file, source, columns ?? "", kind?.Value), options.Value.Imports.MostWaiting, cancellation);
        signal.Wake();
        return isNew ? TypedResults.Accepted($"/api/v1/workspaces/{of.Live.Name}/imports/{import.Id}", import) : TypedResults.Ok(import);
    }

    private static async Task<Ok<Page<Import>>> ListAsync(WorkspaceFeature of, ImportRegistry imports, CancellationToken cancellation, int? limit = null, string? cursor = null)
    {
        var size = Paging.Limit(limit);
        return TypedResults.Ok(Paging.Of(await imports.ListAsync(of.Live.Name, Paging.Position(cursor), size + 1, cancellation), size, import => import.Id));
    }

    private static async Task<Ok<Import>> GetAsync(WorkspaceFeature of, long id, ImportRegistry imports, CancellationToken cancellation) =>
        TypedResults.Ok(await imports.GetAsync(of.Live.Name, id, cancellation));

    private static async Task<Ok<Page<RejectedRecord>>> RejectedAsync(WorkspaceFeature of, long id, ImportRegistry imports, CancellationToken cancellation, int? limit = null, string? cursor = null)
    {
        await imports.GetAsync(of.Live.Name, id, cancellation);
        using var workspace = of.Live.OpenToRead();
        var size = Paging.Limit(limit);
        return TypedResults.Ok(Paging.Of(new ImportRecords(workspace, id).Rejected(Paging.Position(cursor) ?? 0, size + 1), size, record => record.Line));
    }

    private static async Task<Ok<Import>> CancelAsync(WorkspaceFeature of, long id, ImportRegistry imports, CancellationToken cancellation) =>
        TypedResults.Ok(await imports.CancelAsync(of.Live, id, cancellation));

    private static async Task<NoContent> DeleteAsync(WorkspaceFeature of, long id, ImportRegistry imports, CancellationToken cancellation)
    {
        await imports.DeleteAsync(of.Live, id, cancellation);
        return TypedResults.NoContent();
    }
}
