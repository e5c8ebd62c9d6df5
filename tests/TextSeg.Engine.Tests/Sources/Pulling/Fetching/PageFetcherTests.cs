using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using TextSeg.Engine.Sources.Pulling.Fetching;

namespace TextSeg.Engine.Tests.Sources.Pulling.Fetching;

public sealed class PageFetcherTests
{
    private readonly InstantClock _clock = new();
    private int _asked;

    [Fact]
    public async Task TheWaitThatTheServerAsksForIsKept()
    {
        await using var server = await LocalServer.StartAsync(context => FailFirst(context, 429, "37"));
        (await GetAsync(server)).ShouldBe("good");
        _clock.Waits.ShouldBe([TimeSpan.FromSeconds(37)]);
    }

    [Fact]
    public async Task AWaitUntilADateIsKept()
    {
        await using var server = await LocalServer.StartAsync(context => FailFirst(context, 503, _clock.GetUtcNow().AddSeconds(90).ToString("R")));
        (await GetAsync(server)).ShouldBe("good");
        _clock.Waits.ShouldBe([TimeSpan.FromSeconds(90)]);
    }

    [Fact]
    public async Task AServerThatWantsALongRestIsLeftAlone()
    {
        await using var server = await LocalServer.StartAsync(context => FailFirst(context, 429, "7200"));
        var fault = await Should.ThrowAsync<FetchException>(() => GetAsync(server));
        (fault.Fault, fault.RetryAfter, server.Requests.Count).ShouldBe((FetchFault.Away, TimeSpan.FromHours(2), 1));
        fault.Message.ShouldContain("wait 7200 seconds");
    }

    [Fact]
    public async Task WaitsGrowAndEnd()
    {
        await using var server = await LocalServer.StartAsync(context => Status(context, 500));
        (await Should.ThrowAsync<FetchException>(() => GetAsync(server))).Fault.ShouldBe(FetchFault.Broken);
        server.Requests.Count.ShouldBe(5);
        _clock.Waits.Count.ShouldBe(4);
        _clock.Waits.ShouldAllBe(wait => wait > TimeSpan.Zero && wait <= TimeSpan.FromMinutes(5));

        // Each is drawn around twice the one before, so a single one may be short.
        (_clock.Waits[2] + _clock.Waits[3]).ShouldBeGreaterThan(_clock.Waits[0]);
    }

    [Fact]
    public async Task AServerThatDiesAndComesBackIsFoundAgain()
    {
        await using var server = await LocalServer.StartAsync(_ => "good");
        using var fetcher = new PageFetcher(new FetchOptions(), _clock);
        (await GetAsync(server, fetcher)).ShouldBe("good");
        await server.DieAsync();
        (await Should.ThrowAsync<FetchException>(() => GetAsync(server, fetcher))).Fault.ShouldBe(FetchFault.Away);
        await server.ComeBackAsync();
        (await GetAsync(server, fetcher)).ShouldBe("good");
    }

    [Fact]
    public async Task AnAnswerCutShortIsAskedForAgain()
    {
        await using var server = await LocalServer.StartAsync(async context =>
        {
            context.Response.ContentLength = 4;
            await context.Response.WriteAsync(_asked++ == 0 ? "go" : "good");
            await context.Response.Body.FlushAsync();
            if (_asked == 1)
            {
                context.Abort();
            }
        });
        (await GetAsync(server)).ShouldBe("good");
    }

    [Fact]
    public async Task APackedAnswerIsBoundedByItsUnpackedSize()
    {
        await using var server = await LocalServer.StartAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            for (var megabyte = 0; megabyte < 40; megabyte++)
            {
                await gzip.WriteAsync(new byte[1 << 20]);
            }
        });
        (await Should.ThrowAsync<FetchException>(() => GetAsync(server))).Message.ShouldContain("more than");
        server.Requests.Count.ShouldBe(1, "it would be as long the next time");
    }

    [Fact]
    public async Task ARedirectToAnotherServerGoesWithoutTheKey()
    {
        string? seen = "nobody asked";
        await using var other = await LocalServer.StartAsync(context =>
        {
            seen = context.Request.Headers.Authorization.ToString();
            return "good";
        });
        await using var server = await LocalServer.StartAsync(context =>
        {
            context.Response.Redirect(other.Address);
            return "";
        });
        (await GetAsync(server)).ShouldBe("good");
        seen.ShouldBe("");
    }

    [Fact]
    public async Task ARedirectOnTheSameServerKeepsTheKey()
    {
        string? seen = null;
        await using var server = await LocalServer.StartAsync(context =>
        {
            seen = context.Request.Headers.Authorization;
            if (context.Request.Path == "/")
            {
                context.Response.Redirect("/moved");
            }

            return "good";
        });
        (await GetAsync(server)).ShouldBe("good");
        seen.ShouldBe("secret");
    }

    [Theory]
    [InlineData("file:///etc/hosts")]
    [InlineData("/")]
    public async Task ARedirectToAFileOrInACircleIsRefused(string location)
    {
        await using var server = await LocalServer.StartAsync(context =>
        {
            context.Response.Redirect(location);
            return "";
        });
        (await Should.ThrowAsync<FetchException>(() => GetAsync(server))).Fault.ShouldBe(FetchFault.Refused);
    }

    private static string Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return "";
    }

    private string FailFirst(HttpContext context, int status, string retryAfter)
    {
        if (_asked++ > 0)
        {
            return "good";
        }

        context.Response.Headers.RetryAfter = retryAfter;
        return Status(context, status);
    }

    private async Task<string> GetAsync(LocalServer server, PageFetcher? fetcher = null)
    {
        using var own = new PageFetcher(new FetchOptions(), _clock);
        var request = new PageRequest(new Uri(server.Address)) { Headers = [new("Authorization", "secret")] };
        return await (fetcher ?? own).GetAsync(request, page => Encoding.UTF8.GetString(page.Body), CancellationToken.None);
    }
}
