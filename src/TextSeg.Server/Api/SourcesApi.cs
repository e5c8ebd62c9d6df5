using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using TextSeg.Engine.Access;
using TextSeg.Engine.Pulls;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Sources.Health;
using TextSeg.Server.Access;
using TextSeg.Server.Background;

namespace TextSeg.Server.Api;

/// <summary>A source with its posts.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Posts">Posts of it.</param>
/// <param name="First">The first post's time.</param>
/// <param name="Last">The last post's time.</param>
/// <param name="Rejected">Records of the last reading that could not be taken.</param>
/// <param name="Health">How it is, by when and what came from it.</param>
/// <param name="Pull">How pulling it goes; null where the service does not pull it.</param>
internal sealed record ListedSource(string Name, long Posts, DateTimeOffset? First, DateTimeOffset? Last, long Rejected, SourceHealth Health, PulledSourceStatus? Pull)
{
    public ListedSource(SourceSummary source, PulledSourceStatus? pull) : this(source.Name, source.Posts, source.First, source.Last, source.Rejected, source.Health, pull)
    {
    }
}

/// <summary>A server that the service shall ask for posts.</summary>
/// <param name="Name">Name of the source, part of every post's key.</param>
/// <param name="Kind">What kind of server.</param>
/// <param name="Address">Address of the forum, account or feed; of Kafka the brokers to begin with, such as kafka1:9092,kafka2:9092.</param>
/// <param name="User">Whom the key, token or password belongs to.</param>
/// <param name="Secret">Key of a forum, token of Zendesk, password of Kafka.</param>
/// <param name="Topic">Topic of Kafka.</param>
/// <param name="Group">Consumer group of Kafka; textseg where it is left out.</param>
/// <param name="Tls">Whether connections to Kafka are encrypted.</param>
/// <param name="PostKind">Kind of posts of a feed or topic that do not state one; forum where it is left out.</param>
/// <param name="Since">Of Zendesk, tickets changed since then are taken at first; all where it is left out.</param>
/// <param name="IntervalSeconds">Seconds between two pulls, 10 to 86,400; 300 where it is left out.</param>
internal sealed record PullWish(
    [property: Required, StringLength(200, MinimumLength = 1), RegularExpression("[^/\\\\\\p{C}]+")] string Name, PullKind Kind, [property: Required, StringLength(2_000, MinimumLength = 1)] string Address,
    [property: StringLength(400)] string? User, [property: StringLength(4_000)] string? Secret, [property: StringLength(400)] string? Topic, [property: StringLength(400)] string? Group, bool Tls,
    PostKind? PostKind, DateTimeOffset? Since, [property: Range(10, 86_400)] int? IntervalSeconds);

/// <summary>What shall be another with a pulled source; what is left out stays.</summary>
/// <param name="IsPaused">Whether it is not asked for the time being.</param>
/// <param name="IntervalSeconds">Seconds between two pulls, 10 to 86,400.</param>
/// <param name="Secret">A new key, token or password.</param>
internal sealed record PullChange(bool? IsPaused, [property: Range(10, 86_400)] int? IntervalSeconds, [property: StringLength(4_000)] string? Secret);

/// <summary>…/sources: where posts came from, and what could not be taken.</summary>
internal static class SourcesApi
{
    private const int DefaultInterval = 300;

    public static void MapSources(this RouteGroupBuilder workspace)
    {
        var group = workspace.MapGroup("/sources").WithTags("Sources");
        group.MapGet("", ListAsync).Needs(Right.Read).WithSummary("Sources with their posts, rejected records, and whether they come as they are used to; those that the service pulls also with how that goes.");
        group.MapPost("", RegisterAsync).Needs(Right.Manage).Audited("sources.create").WithSummary("Let the service pull a source by itself: a Discourse forum, a Zendesk account, an RSS or Atom feed, a Kafka topic. Secrets are kept closed and never shown.");
        group.MapPatch("/{id}", ChangeAsync).Needs(Right.Manage).Audited("sources.change").WithSummary("Pause a pulled source or let it go on, change its interval or its secret. It is asked at once.");
        group.MapDelete("/{id}", DeleteAsync).Needs(Right.Manage).Audited("sources.delete").WithSummary("Pull a source no more. Its posts stay, and so does where it was: registered again, it goes on there.");
        group.MapGet("/{id}/rejected", Rejected).Needs(Right.Ingest).Audited("sources.rejected").WithSummary("Records of the source's last reading that could not be taken, each with its reason.");
    }

    private static async Task<Ok<Page<ListedSource>>> ListAsync(WorkspaceFeature of, PullRegistry pulls, TimeProvider clock, CancellationToken cancellation, int? limit = null, string? cursor = null)
    {
        var pulled = await pulls.ListAsync(of.Live.Name, cancellation);
        using var workspace = of.Live.OpenToRead();
        var known = new SourceQueries(workspace, clock).All();
        var empty = pulled.Keys.Except(known.Select(source => source.Name)).Select(name => new SourceSummary(name, 0, null, null, 0, new SourceHealth(SourceState.Unknown, null, null)));
        return TypedResults.Ok(Paging.Of([.. known.Concat(empty).OrderBy(source => source.Name, StringComparer.Ordinal).Select(source => new ListedSource(source, pulled.GetValueOrDefault(source.Name)))], limit, cursor));
    }

    private static async Task<Created<PulledSourceStatus>> RegisterAsync(WorkspaceFeature of, PullWish body, PullRegistry pulls, BackgroundSignal signal, CancellationToken cancellation)
    {
        var settings = new PullSettings(body.Address, body.User, body.Topic, body.Group, body.Tls, body.PostKind, body.Since);
        var status = await pulls.AddAsync(of.Live.Name, new NewPulledSource(body.Name, body.Kind, settings, body.Secret, body.IntervalSeconds ?? DefaultInterval), cancellation);
        signal.Wake();
        return TypedResults.Created((string?)null, status);
    }

    private static async Task<Ok<PulledSourceStatus>> ChangeAsync(WorkspaceFeature of, string id, PullChange body, PullRegistry pulls, BackgroundSignal signal, CancellationToken cancellation)
    {
        var status = await pulls.ChangeAsync(of.Live.Name, id, new PulledSourceChange(body.IsPaused, body.IntervalSeconds, body.Secret), cancellation);
        signal.Wake();
        return TypedResults.Ok(status);
    }

    private static async Task<NoContent> DeleteAsync(WorkspaceFeature of, string id, PullRegistry pulls, CancellationToken cancellation)
    {
        await pulls.DeleteAsync(of.Live.Name, id, cancellation);
        return TypedResults.NoContent();
    }

    private static Ok<Page<RejectedRecord>> Rejected(WorkspaceFeature of, TimeProvider clock, string id, int? limit = null, string? cursor = null)
    {
        using var workspace = of.Live.OpenToRead();
        var size = Paging.Limit(limit);
        return TypedResults.Ok(Paging.Of(new SourceQueries(workspace, clock).Rejected(id, Paging.Position(cursor) ?? 0, size + 1), size, record => record.Line));
    }
}
