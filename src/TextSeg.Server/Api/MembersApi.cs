using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using TextSeg.Engine.Access;
using TextSeg.Engine.Queries;
using TextSeg.Server.Access;

namespace TextSeg.Server.Api;

/// <summary>…/members: single members, without their names.</summary>
internal static class MembersApi
{
    public static void MapMembers(this RouteGroupBuilder workspace) =>
        workspace.MapGroup("/members").WithTags("Members")
            .MapGet("/{id}", Get).Needs(Right.Edit).Audited("members.read").WithSummary("What is known of one member, by number or by id in the source.");

    private static Ok<MemberCard> Get(HttpContext http, WorkspaceFeature of, string id)
    {
        using var workspace = of.Live.OpenToRead();
        var card = new MemberQueries(workspace).Get(id);
        http.Features.Set(new AuditSubject(card.Member.ToString(CultureInfo.InvariantCulture)));
        return TypedResults.Ok(card);
    }
}
