using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TextSeg.Server.Tests.Api;

/// <summary>A server on this machine that answers as the test says.</summary>
internal sealed class AnsweringServer : IAsyncDisposable
{
    private readonly WebApplication _host;

    private AnsweringServer(Func<HttpContext, string> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _host = builder.Build();
        _host.Run(context =>
        {
            Keys.Enqueue(context.Request.Headers["Api-Key"].ToString());
            return context.Response.WriteAsync(answer(context));
        });
    }

    /// <summary>The key that came with each request.</summary>
    public ConcurrentQueue<string> Keys { get; } = [];

    public string Address { get; private set; } = "";

    public static async Task<AnsweringServer> StartAsync(Func<HttpContext, string> answer)
    {
        var server = new AnsweringServer(answer);
        await server._host.StartAsync();
        server.Address = server._host.Urls.Single();
        return server;
    }

    /// <summary>A forum of numbered posts, 50 a page.</summary>
    public static string Forum(HttpContext context, long newest)
    {
        var top = context.Request.Query.TryGetValue("before", out var before) ? Math.Min(newest, long.Parse(before!, System.Globalization.CultureInfo.InvariantCulture)) : newest;
        var posts = Enumerable.Range(1, (int)Math.Max(0, top)).TakeLast(50).Reverse().Select(id =>
            $$"""{"id":{{id}},"username":"member{{id % 5}}","user_id":{{id % 5}},"created_at":"2026-05-01T10:00:{{id % 60:00}}.000Z","raw":"post number {{id}} about the shelf","post_type":1,"post_number":1,"topic_id":{{id}}}""");
        return $$"""{"latest_posts":[{{string.Join(',', posts)}}]}""";
    }

    /// <summary>A help desk that lists one ticket a page, up to a number.</summary>
    public static string Tickets(HttpContext context, int last)
    {
        var number = context.Request.Query.TryGetValue("cursor", out var cursor) ? int.Parse(cursor.ToString()["c/".Length..], System.Globalization.CultureInfo.InvariantCulture) + 1 : 1;
        var ticket = $$"""{"id":{{number}},"subject":"Lamp hums","description":"the lamp of order {{number}} hums","requester_id":{{70 + number}},"created_at":"2026-04-02T08:00:00Z","updated_at":"2026-04-02T08:00:00Z","status":"open"}""";
        return $$"""{"tickets":[{{(number <= last ? ticket : "")}}],"after_cursor":"c/{{Math.Min(number, last)}}","end_of_stream":{{(number >= last ? "true" : "false")}}}""";
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
