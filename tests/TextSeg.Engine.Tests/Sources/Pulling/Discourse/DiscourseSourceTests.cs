using TextSeg.Engine.Sources;
using TextSeg.Engine.Sources.Pulling.Discourse;

namespace TextSeg.Engine.Tests.Sources.Pulling.Discourse;

public sealed class DiscourseSourceTests
{
    private readonly InstantClock _clock = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task EveryPostComesOnceAndThenOnlyNewOnes(bool byIds)
    {
        var forum = new SmallForum { Newest = 230, ByIds = byIds };
        forum.Missing.UnionWith([7, 8, 9, .. Enumerable.Range(20, 120).Select(id => (long)id)]);
        await using var server = await LocalServer.StartAsync(forum.Answer);
        using var source = Source(server);
        var (first, cursor) = await source.PullAllAsync(null);
        first.Select(row => row.Post!.Line).Order().ShouldBe(Enumerable.Range(1, 230).Select(id => (long)id).Except(forum.Missing));
        forum.Newest = 300;
        var (second, _) = await source.PullAllAsync(cursor);
        second.Select(row => row.Post!.Line).Order().ShouldBe(Enumerable.Range(231, 70).Select(id => (long)id));
        var (third, _) = await source.PullAllAsync("300,0,0,0");
        third.ShouldBeEmpty();
    }

    [Fact]
    public async Task ASweepThatWasStoppedGoesOnAndLeavesNoGap()
    {
        var forum = new SmallForum { Newest = 200 };
        await using var server = await LocalServer.StartAsync(forum.Answer);
        using var source = Source(server);
        var page = await source.PullAsync(null, CancellationToken.None);
        forum.Newest = 260;
        var (rest, cursor) = await source.PullAllAsync(page.Cursor);
        var (late, _) = await source.PullAllAsync(cursor);
        page.Rows.Concat(rest).Concat(late).Select(row => row.Post!.Line).Order().ShouldBe(Enumerable.Range(1, 260).Select(id => (long)id));
    }

    [Fact]
    public async Task FieldsOfAPostAreKept()
    {
        await using var server = await LocalServer.StartAsync(new SmallForum { Newest = 9 }.Answer);
        using var source = Source(server);
        var post = (await source.PullAsync(null, CancellationToken.None)).Rows[^1].Post!;
        (post.ExternalId, post.Source, post.Text, post.Title).ShouldBe(("9", "127.0.0.1", "post number 9 about the shelf", "Shelves"));
        (post.Member, post.MemberName, post.Thread, post.ThreadPosition, post.ReplyTo, post.ReplyToIsPosition).ShouldBe(("4", "member4", "1", "3", "1", true));
        post.Time.ShouldBe(new DateTimeOffset(2026, 5, 1, 10, 0, 9, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("{\"latest_posts\":[{\"id\":1")]
    [InlineData("<html>sorry</html>")]
    [InlineData("500")]
    public async Task ABrokenPageInTheMiddleIsSteppedOverWithARejectedRow(string answer)
    {
        var forum = new SmallForum { Newest = 200, Instead = (context, before) => before == 150 ? Fail(context, answer) : null };
        await using var server = await LocalServer.StartAsync(forum.Answer);
        using var source = Source(server);
        var (rows, cursor) = await source.PullAllAsync(null);
        rows.Where(row => row.Post is not null).Select(row => row.Post!.Line).Order().ShouldBe(Enumerable.Range(1, 100).Concat(Enumerable.Range(151, 50)).Select(id => (long)id));
        rows.Select(row => row.Rejected).OfType<RejectedRow>().ShouldHaveSingleItem().Reason.ShouldContain("Posts 101 to 150 could not be read");
        server.Requests.Count(request => request.EndsWith("before=150", StringComparison.Ordinal)).ShouldBe(5, "a broken page is tried again");
        cursor.ShouldBe("200,0,0,0");
    }

    [Fact]
    public async Task AServerThatFailsOnEveryPageIsNotSteppedOver()
    {
        var forum = new SmallForum { Newest = 1_000, Instead = (context, before) => before is null ? null : Fail(context, "500") };
        await using var server = await LocalServer.StartAsync(forum.Answer);
        using var source = Source(server);
        var cursor = (await source.PullAsync(null, CancellationToken.None)).Cursor;
        (await Should.ThrowAsync<JobException>(() => source.PullAsync(cursor, CancellationToken.None))).Message.ShouldContain("failed on this page (500)");
        forum.Instead = (_, _) => null;
        (await source.PullAllAsync(cursor)).Rows.Count.ShouldBe(950);
    }

    [Fact]
    public async Task AServerThatDoesNotPageBackIsNoEndlessLoop()
    {
        var forum = new SmallForum { Newest = 400 };
        await using var server = await LocalServer.StartAsync(context =>
        {
            context.Request.QueryString = default;
            return forum.Answer(context);
        });
        using var source = Source(server);
        await Should.ThrowAsync<JobException>(() => source.PullAllAsync(null));
    }

    [Fact]
    public async Task TheKeyIsSentAndNeverStandsInAFault()
    {
        string? seen = null;
        await using var server = await LocalServer.StartAsync(context =>
        {
            seen = context.Request.Headers["Api-Key"];
            context.Response.StatusCode = 403;
            return "";
        });
        using var source = new DiscourseSource(new DiscourseOptions { Address = server.Address, Key = "k-very-secret", User = "ann" }, _clock);
        var fault = await Should.ThrowAsync<JobException>(() => source.PullAsync(null, CancellationToken.None));
        seen.ShouldBe("k-very-secret");
        fault.ToString().ShouldNotContain("k-very-secret");
        fault.Message.ShouldContain("check the name and the key");
        server.Requests.Count.ShouldBe(1, "a refusal is not asked again");
    }

    [Fact]
    public void FaultsOfAllOptionsAreSaidAtOnce()
    {
        var options = new DiscourseOptions { Address = "ftp://example.org", Key = "k", Fetch = { Attempts = 0, MostBytes = 1 } };
        var fault = Should.Throw<JobException>(() => new DiscourseSource(options, _clock));
        (fault.IsWrongUse, options.Faults().Count()).ShouldBe((true, 4));
        options.Faults().ShouldAllBe(sentence => fault.Message.Contains(sentence, StringComparison.Ordinal));
    }

    private static string Fail(Microsoft.AspNetCore.Http.HttpContext context, string answer)
    {
        context.Response.StatusCode = answer == "500" ? 500 : 200;
        return answer;
    }

    private DiscourseSource Source(LocalServer server) => new(new DiscourseOptions { Address = server.Address }, _clock);
}
