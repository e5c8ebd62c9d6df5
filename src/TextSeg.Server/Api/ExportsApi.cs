using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using TextSeg.Engine;
using TextSeg.Engine.Access;
using TextSeg.Engine.Exports;
using TextSeg.Engine.MemberRights;
using TextSeg.Engine.Queries;
using TextSeg.Server.Access;

namespace TextSeg.Server.Api;

/// <summary>Form of an export.</summary>
internal enum ExportForm
{
    Csv,
    Jsonl,
}

/// <summary>…/exports: tables to take away, as CSV or JSON Lines.</summary>
internal static class ExportsApi
{
    private const string Note = " In CSV, texts that begin with = + - @ get an apostrophe before them, so that no spreadsheet runs them as formulas.";

    public static void MapExports(this RouteGroupBuilder workspace)
    {
        var group = workspace.MapGroup("/exports").WithTags("Exports");
        group.MapGet("/topics", (HttpContext http, WorkspaceFeature of, IOptions<ServiceOptions> options, Choice<ExportForm>? form = null) =>
            WriteAsync(http, of, "topics", form, options, rows => rows.Topics())).Needs(Right.Read).Audited("exports.topics").WithSummary("Topics with their key phrases." + Note);
        group.MapGet("/segments", (HttpContext http, WorkspaceFeature of, IOptions<ServiceOptions> options, Choice<ExportForm>? form = null) =>
            WriteAsync(http, of, "segments", form, options, rows => rows.Segments())).Needs(Right.Read).Audited("exports.segments").WithSummary("Segments with their descriptions." + Note);
        group.MapGet("/segments/{id}/members", async (HttpContext http, WorkspaceFeature of, IOptions<ServiceOptions> options, Consents consents, string id, CancellationToken cancellation, Choice<ExportForm>? form = null) =>
        {
            var agreed = await consents.WhoAgreedAsync(of.Live.Name, Consents.Contact, cancellation);
            await WriteAsync(http, of, "audience", form, options, rows => rows.Audience(id, agreed));
        }).Needs(Right.Edit).Audited("exports.audience").WithSummary("The members of a segment as their source knows them: an audience. Once consents for 'contact' are noted, only those who agreed are in it." + Note);
        group.MapGet("/posts", (HttpContext http, WorkspaceFeature of, IOptions<ServiceOptions> options, string? filter = null, Choice<ExportForm>? form = null) =>
            WriteAsync(http, of, "posts", form, options, rows => rows.Posts(SearchFilter.Parse(filter)))).Needs(Right.Edit).Audited("exports.posts").WithSummary("Posts, masked, with their topic and moods." + Note);
    }

    private static async Task WriteAsync(HttpContext http, WorkspaceFeature of, string name, Choice<ExportForm>? wanted, IOptions<ServiceOptions> options, Func<ExportedRows, ExportTable> choose)
    {
        var form = wanted?.Value ?? ExportForm.Csv;
        using var workspace = of.Live.OpenToRead();
        var table = choose(new ExportedRows(workspace, options.Value.MinimumMembers));
        http.Response.ContentType = form == ExportForm.Csv ? "text/csv; charset=utf-8" : "application/x-ndjson";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{of.Live.Name}-{name}.{(form == ExportForm.Csv ? "csv" : "jsonl")}\"";
        await using var writer = new StreamWriter(http.Response.Body, new UTF8Encoding(false));
        await (form == ExportForm.Csv ? WriteCsvAsync(http, table, writer) : WriteLinesAsync(table, writer));
    }

    private static async Task WriteCsvAsync(HttpContext http, ExportTable table, StreamWriter writer)
    {
        http.Response.Headers["TextSeg-Formulas"] = "neutralised by a leading apostrophe";
        await using var csv = new CsvTable(writer);
        await csv.RowAsync(table.Columns);
        foreach (var row in table.Rows)
        {
            await csv.RowAsync(row);
        }
    }

    private static async Task WriteLinesAsync(ExportTable table, StreamWriter writer)
    {
        foreach (var row in table.Rows)
        {
            await writer.WriteAsync(JsonSerializer.Serialize(table.Columns.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second), StoredJson.Options) + "\n");
        }
    }
}
