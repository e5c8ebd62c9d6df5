using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using TextSeg.Engine;
using TextSeg.Engine.Access;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.MemberRights;
using TextSeg.Engine.Messages;
using TextSeg.Server.Access;

namespace TextSeg.Server.Api;

/// <summary>A member by source and identity.</summary>
internal sealed record MemberReference([property: Required, StringLength(200, MinimumLength = 1)] string Source, [property: Required, StringLength(400, MinimumLength = 1)] string Member);

/// <summary>…/erasures and …/member-record: a member's right to leave, and to know.</summary>
internal static class ErasuresApi
{
    public static void MapErasures(this RouteGroupBuilder workspace)
    {
        var group = workspace.MapGroup("/erasures").WithTags("Erasure");
        group.MapPost("", EraseAsync).Needs(Right.Manage).Audited("erasures.create")
            .WithSummary("Erase a member: posts, vectors, labels, memberships, names' evidence. Answers with a receipt when all is gone; posts of theirs that come again are kept out.");
        group.MapGet("", ListAsync).Needs(Right.Manage).WithSummary("Receipts of erasures, the newest first; they tell nobody who it was.");
        workspace.MapGet("/member-record", ReadAsync).WithTags("Erasure").Needs(Right.Manage).Audited("member-record.read").WithSummary("Everything that is held on one member, for the member.");
    }

    private static async Task<Ok<ErasureReceipt>> EraseAsync(
        WorkspaceFeature of, MemberReference body, WorkspaceErasure erasure, RunRequests requests, WorkNotices notices, CancellationToken cancellation)
    {
        var receipt = await erasure.EraseAsync(of.Live, body.Source, body.Member, cancellation);
        if (receipt.Counts is { Posts: > 0 })
        {
            notices.Tell(new RunRequested(of.Live.Name, (await requests.AddAsync(of.Live.Name, cancellation)).Id));
        }

        return TypedResults.Ok(receipt);
    }

    private static async Task<Ok<Page<ErasureReceipt>>> ListAsync(WorkspaceFeature of, ErasureReceipts receipts, CancellationToken cancellation, int? limit = null, string? cursor = null) =>
        TypedResults.Ok(Paging.Of(await receipts.ListAsync(of.Live.Name, cancellation), limit, cursor));

    private static async Task<Ok<MemberRecord>> ReadAsync(WorkspaceFeature of, string source, string member, Consents consents, CancellationToken cancellation)
    {
        using var workspace = of.Live.OpenToRead();
        var record = MemberRecord.Read(workspace, source, member) ?? throw new JobException("The workspace holds nothing on such a member.") { IsMissing = true };
        return TypedResults.Ok(record with { Consents = await consents.OfAsync(of.Live.Name, source, member, cancellation) });
    }
}
