using System.Globalization;
using Microsoft.AspNetCore.Http;
using TextSeg.Engine.Sources.Pulling;
using TextSeg.Engine.Sources.Pulling.Discourse;
using TextSeg.Engine.Sources.Pulling.Feeds;
using TextSeg.Engine.Sources.Pulling.Zendesk;

namespace TextSeg.Engine.Tests.Sources.Pulling;

/// <summary>Sources over HTTP: besides, a server that dies between two pages costs nothing.</summary>
public abstract class ServedSourceTests : PulledSourceTests, IAsyncDisposable
{
    private LocalServer? _server;

    protected int Newest { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task AServerThatDiesAndComesBackCostsNothing()
    {
        await WriteAsync(120);
        var source = await OpenAsync();
        using var connection = source as IDisposable;
        var first = await source.PullAsync(null, CancellationToken.None);
        await _server!.DieAsync();
        (await Should.ThrowAsync<JobException>(() => source.PullAsync(first.Cursor, CancellationToken.None))).Message.ShouldContain("cannot be reached");
        await _server.ComeBackAsync();
        var (rest, _) = await source.PullAllAsync(first.Cursor);
        first.Rows.Concat(rest).Select(row => row.Post!.ExternalId).Distinct().Count().ShouldBe(120);
    }

    protected sealed override Task WriteAsync(int upTo) => Task.FromResult(Newest = upTo);

    protected sealed override async Task<IPulledSource> OpenAsync()
    {
        _server ??= await LocalServer.StartAsync(Answer);
        return Open(_server.Address);
    }

    private protected abstract string Answer(HttpContext context);

    private protected abstract IPulledSource Open(string address);
}

public sealed class DiscoursePullTests : ServedSourceTests
{
    private protected override IPulledSource Open(string address) => new DiscourseSource(new DiscourseOptions { Address = address }, new InstantClock());

    private protected override string Answer(HttpContext context) => new SmallForum { Newest = Newest }.Answer(context);
}

public sealed class ZendeskPullTests : ServedSourceTests
{
    private protected override IPulledSource Open(string address) =>
        new ZendeskSource(new ZendeskOptions { Address = address, User = "agent@example.org", Token = "t" }, new InstantClock());

    private protected override string Answer(HttpContext context)
    {
        var from = context.Request.Query.TryGetValue("cursor", out var cursor) ? int.Parse(cursor!, CultureInfo.InvariantCulture) : 0;
        var ids = Enumerable.Range(from + 1, Math.Clamp(Newest - from, 0, 50)).ToArray();
        var tickets = string.Join(',', ids.Select(id => $$"""{"id":{{id}},"description":"ticket {{id}} about the lamp"}"""));
        return $$"""{"tickets":[{{tickets}}],"after_cursor":"{{from + ids.Length}}","end_of_stream":{{(from + ids.Length >= Newest ? "true" : "false")}}}""";
    }
}

public sealed class FeedPullTests : ServedSourceTests
{
    private protected override IPulledSource Open(string address) => new FeedSource(new FeedOptions { Address = address }, new InstantClock());

    private protected override string Answer(HttpContext context)
    {
        context.Response.Headers.ETag = $"\"{Newest}\"";
        context.Response.StatusCode = context.Request.Headers.IfNoneMatch == $"\"{Newest}\"" ? 304 : 200;
        var entries = Enumerable.Range(1, Newest).Select(id => $"<entry><id>e{id}</id><title>entry {id} about the shelf</title></entry>");
        return context.Response.StatusCode == 304 ? "" : $"<feed xmlns=\"http://www.w3.org/2005/Atom\">{string.Concat(entries)}</feed>";
    }
}
