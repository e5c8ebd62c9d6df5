using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace TextSeg.Server.Tests.Observability;

/// <summary>Takes OTLP over HTTP and keeps the bytes.</summary>
internal sealed class SmallCollector : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SmallCollector(WebApplication app) => _app = app;

    public ConcurrentBag<byte[]> Bodies { get; } = [];

    public string Address => _app.Urls.Single();

    public static async Task<SmallCollector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = new SmallCollector(builder.Build());
        collector._app.MapPost("/v1/{kind}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            collector.Bodies.Add(body.ToArray());
            return TypedResults.Ok();
        });
        await collector._app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
