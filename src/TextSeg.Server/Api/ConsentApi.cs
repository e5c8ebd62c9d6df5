using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using TextSeg.Engine.Access;
using TextSeg.Engine.MemberRights;
using TextSeg.Server.Access;

namespace TextSeg.Server.Api;

/// <summary>What a member said to a purpose.</summary>
/// <param name="Source">Name of the member's source.</param>
/// <param name="Member">Identity within it.</param>
/// <param name="Purpose">What for: "contact", "analysis" …</param>
/// <param name="IsGiven">Given, or taken back.</param>
/// <param name="Text">The words that were agreed to.</param>
/// <param name="Version">Version of the words.</param>
internal sealed record ConsentWish(
    [property: Required, StringLength(200, MinimumLength = 1)] string Source, [property: Required, StringLength(400, MinimumLength = 1)] string Member,
    [property: Required, StringLength(60, MinimumLength = 1)] string Purpose, bool IsGiven,
    [property: Required, StringLength(10_000)] string Text, [property: Required, StringLength(60)] string Version);

/// <summary>…/consent: who agreed to what, in which words and when.</summary>
internal static class ConsentApi
{
    public static void MapConsent(this RouteGroupBuilder workspace)
    {
        var group = workspace.MapGroup("/consent").WithTags("Consent");
        group.MapPost("", AddAsync).Needs(Right.Manage).Audited("consent.add").WithSummary("Note that a member gave a consent or took it back. The last word on a purpose counts.");
        group.MapGet("", ListAsync).Needs(Right.Manage).Audited("consent.read").WithSummary("All that a member said, the oldest first.");
    }

    private static async Task<Ok<Consent>> AddAsync(WorkspaceFeature of, ConsentWish body, Consents consents, CancellationToken cancellation) =>
        TypedResults.Ok(await consents.AddAsync(of.Live.Name, body.Source, body.Member, body.Purpose, body.IsGiven, body.Text, body.Version, cancellation));

    private static async Task<Ok<Page<Consent>>> ListAsync(WorkspaceFeature of, string source, string member, Consents consents, CancellationToken cancellation, int? limit = null, string? cursor = null) =>
        TypedResults.Ok(Paging.Of(await consents.OfAsync(of.Live.Name, source, member, cancellation), limit, cursor));
}
