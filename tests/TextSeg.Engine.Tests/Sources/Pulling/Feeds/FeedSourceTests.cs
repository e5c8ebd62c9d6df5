using TextSeg.Engine.Sources;
using TextSeg.Engine.Sources.Pulling.Feeds;

namespace TextSeg.Engine.Tests.Sources.Pulling.Feeds;

public sealed class FeedSourceTests
{
    private const string Rss = """
        <?xml version="1.0"?>
        <!DOCTYPE rss>
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
          <channel><title>Shelves</title><link>https://example.org</link>
            <item><title>Which screws?</title><guid>g1</guid><dc:creator>ann</dc:creator><pubDate>Fri, 01 May 2026 10:00:00 +0200</pubDate>
              <description>short</description><content:encoded><![CDATA[<p>which screws hold the shelf</p>]]></content:encoded></item>
            <item><title>Only a title</title><link>https://example.org/2</link><pubDate>no date</pubDate></item>
            <item><guid>g3</guid></item>
          </channel>
        </rss>
        """;

    private const string Atom = """
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0">
          <title>Lamps</title>
          <entry><id>a1</id><title>Hum</title><author><name>ben</name></author><published>2026-05-02T09:30:00Z</published><updated>2026-05-03T09:30:00Z</updated>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">the lamp <b>hums</b></div></content></entry>
          <entry><id>a2</id><title>Re: Hum</title><thr:in-reply-to ref="a1"/><summary type="html">&lt;p&gt;mine too&lt;/p&gt;</summary><updated>2026-05-03T09:30:00Z</updated></entry>
        </feed>
        """;

    [Fact]
    public async Task EntriesOfRssBecomePosts()
    {
        var rows = await ReadAsync(Rss);
        var (first, second) = (rows[0].Post!, rows[1].Post!);
        (first.ExternalId, first.Text, first.Title, first.Member).ShouldBe(("g1", "<p>which screws hold the shelf</p>", "Which screws?", "ann"));
        first.Time.ShouldBe(new DateTimeOffset(2026, 5, 1, 8, 0, 0, TimeSpan.Zero));
        (second.ExternalId, second.Text, second.Time).ShouldBe(("https://example.org/2", "Only a title", null));
        rows[2].Rejected!.Reason.ShouldContain("empty");
    }

    [Fact]
    public async Task EntriesOfAtomBecomePosts()
    {
        var rows = await ReadAsync(Atom);
        var (first, second) = (rows[0].Post!, rows[1].Post!);
        (first.ExternalId, first.MemberName, first.Time).ShouldBe(("a1", "ben", new DateTimeOffset(2026, 5, 2, 9, 30, 0, TimeSpan.Zero)));
        first.Text.ShouldContain("<b>hums</b>");
        (second.Text, second.ReplyTo, second.ReplyToIsPosition).ShouldBe(("<p>mine too</p>", "a1", false));
    }

    [Fact]
    public async Task AnUnchangedFeedIsNotSentAgain()
    {
        var sent = 0;
        await using var server = await LocalServer.StartAsync(context =>
        {
            context.Response.Headers.ETag = "W/\"v1\"";
            context.Response.Headers.LastModified = "Fri, 01 May 2026 10:00:00 GMT";
            var isKnown = context.Request.Headers.IfNoneMatch == "W/\"v1\"" && context.Request.Headers.IfModifiedSince == "Fri, 01 May 2026 10:00:00 GMT";
            context.Response.StatusCode = isKnown ? 304 : 200;
            sent += isKnown ? 0 : 1;
            return isKnown ? "" : Atom;
        });
        using var source = Source(server);
        var first = await source.PullAsync(null, CancellationToken.None);
        var second = await source.PullAsync(first.Cursor, CancellationToken.None);
        (first.Rows.Count, second.Rows.Count, sent, second.Cursor).ShouldBe((2, 0, 1, first.Cursor));
    }

    [Fact]
    public async Task AFeedBrokenOffIsAskedForAgain()
    {
        var asked = 0;
        await using var server = await LocalServer.StartAsync(_ => asked++ == 0 ? Atom[..300] : Atom);
        using var source = Source(server);
        (await source.PullAsync(null, CancellationToken.None)).Rows.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("<html><body>sign in</body></html>")]
    [InlineData("<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><rss><channel><item><title>&b;</title></item></channel></rss>")]
    public async Task WhatIsNoFeedIsSaid(string page) =>
        (await Should.ThrowAsync<JobException>(() => ReadAsync(page))).Message.ShouldContain("cannot be read");

    [Fact]
    public async Task TheNameOfTheSourceIsItsAddressWithoutSecrets()
    {
        await using var server = await LocalServer.StartAsync(_ => Atom);
        using var source = new FeedSource(new FeedOptions { Address = server.Address + "/posts.rss?key=abc" }, new InstantClock());
        source.Name.ShouldBe("127.0.0.1/posts.rss");
    }

    private static FeedSource Source(LocalServer server) => new(new FeedOptions { Address = server.Address, Name = "feed" }, new InstantClock());

    private static async Task<IReadOnlyList<SourceRow>> ReadAsync(string page)
    {
        await using var server = await LocalServer.StartAsync(_ => page);
        using var source = Source(server);
        return (await source.PullAsync(null, CancellationToken.None)).Rows;
    }
}
