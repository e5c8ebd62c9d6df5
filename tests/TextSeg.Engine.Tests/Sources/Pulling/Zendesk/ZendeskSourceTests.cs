using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Sources.Pulling.Zendesk;

namespace TextSeg.Engine.Tests.Sources.Pulling.Zendesk;

public sealed class ZendeskSourceTests
{
    private readonly InstantClock _clock = new();

    [Fact]
    public async Task PagesFollowTheCursorAndTheNextPullGoesOnFromTheLast()
    {
        await using var server = await LocalServer.StartAsync(context => Page(context, last: 3));
        using var source = Source(server);
        var (rows, cursor) = await source.PullAllAsync(null);
        rows.Select(row => row.Post!.ExternalId).ShouldBe(["1", "2", "3"]);
        (await source.PullAllAsync(cursor)).Rows.ShouldHaveSingleItem("the last page comes again, and changes nothing").Post!.ExternalId.ShouldBe("4");
        server.Requests.First().ShouldBe("/api/v2/incremental/tickets/cursor.json?start_time=0");
        server.Requests.Last().ShouldBe("/api/v2/incremental/tickets/cursor.json?cursor=c%2F3");
    }

    [Fact]
    public async Task FieldsOfATicketAreKept()
    {
        await using var server = await LocalServer.StartAsync(context => Page(context, last: 1));
        using var source = Source(server);
        var post = (await source.PullAsync(null, CancellationToken.None)).Rows[0].Post!;
        (post.Text, post.Title, post.Member, post.Thread, post.Kind, post.Line).ShouldBe(("the lamp of order 1 hums", "Lamp hums", "71", "1", PostKind.Ticket, 1));
        post.Time.ShouldBe(new DateTimeOffset(2026, 4, 2, 8, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task TheTokenIsSentAsAUserName()
    {
        string? seen = null;
        await using var server = await LocalServer.StartAsync(context =>
        {
            seen = context.Request.Headers.Authorization;
            return Page(context, last: 1);
        });
        using var source = Source(server);
        await source.PullAsync(null, CancellationToken.None);
        Encoding.UTF8.GetString(Convert.FromBase64String(seen!["Basic ".Length..])).ShouldBe("agent@example.org/token:t0ken");
    }

    [Fact]
    public async Task ABrokenPageIsTriedAgain()
    {
        var broken = 3;
        await using var server = await LocalServer.StartAsync(context => context.Request.Query["cursor"] == "c/1" && broken-- > 0 ? "{\"tickets\":[" : Page(context, last: 3));
        using var source = Source(server);
        (await source.PullAllAsync(null)).Rows.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("{\"tickets\":[")]
    [InlineData("{\"tickets\":[],\"after_cursor\":\"c/1\",\"end_of_stream\":false}")]
    public async Task APageThatStaysBrokenOrDoesNotMoveEndsThePull(string answer)
    {
        await using var server = await LocalServer.StartAsync(context => context.Request.Query["cursor"] == "c/1" ? answer : Page(context, last: 3));
        using var source = Source(server);
        (await Should.ThrowAsync<JobException>(() => source.PullAllAsync(null))).Message.ShouldContain("the next pull goes on from there");
    }

    [Fact]
    public async Task TicketsWithoutTextAreRejectedAndDeletedOnesLeftOut()
    {
        const string answer = """{"tickets":[{"id":1,"description":" "},{"subject":"x"},{"id":3,"status":"deleted","description":"SCRUBBED"},{"id":4,"description":"the lamp hums"}],"end_of_stream":true}""";
        await using var server = await LocalServer.StartAsync(_ => answer);
        using var source = Source(server);
        var rows = (await source.PullAsync(null, CancellationToken.None)).Rows;
        rows.Select(row => row.Rejected?.Reason).ShouldBe(["The text is empty.", "The ticket has no id.", null]);
    }

    [Fact]
    public void FaultsOfAllOptionsAreSaidAtOnce()
    {
        var options = new ZendeskOptions { Address = "https://ann:pass-word@example.org", Since = DateTimeOffset.MinValue };
        var fault = Should.Throw<JobException>(() => new ZendeskSource(options, _clock));
        options.Faults().Count().ShouldBe(4);
        options.Faults().ShouldAllBe(sentence => fault.Message.Contains(sentence, StringComparison.Ordinal));
        fault.Message.ShouldNotContain("pass-word");
    }

    private static string Page(HttpContext context, int last)
    {
        var at = context.Request.Query.TryGetValue("cursor", out var cursor) ? int.Parse(cursor.ToString()[2..], CultureInfo.InvariantCulture) + 1 : 1;
        return $$"""
            {"tickets":[{"id":{{at}},"subject":"Lamp hums","description":"the lamp of order {{at}} hums","requester_id":7{{at}},"created_at":"2026-04-02T08:00:00Z","status":"open"}],
             "after_cursor":"c/{{Math.Min(at, last)}}","after_url":"x","end_of_stream":{{(at >= last ? "true" : "false")}}}
            """;
    }

    private ZendeskSource Source(LocalServer server) => new(new ZendeskOptions { Address = server.Address, User = "agent@example.org", Token = "t0ken" }, _clock);
}
