using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace TextSeg.Engine.Tests.Sources.Pulling;

/// <summary>A real HTTP server on loopback that answers as the test says.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly Func<HttpContext, Task> _answer;
    private WebApplication _host;

    private LocalServer(Func<HttpContext, Task> answer) => (_answer, _host) = (answer, Build(0));

    /// <summary>Paths with queries, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    public string Address { get; private set; } = "";

    public static async Task<LocalServer> StartAsync(Func<HttpContext, Task> answer)
    {
        var server = new LocalServer(answer);
        await server._host.StartAsync();
        server.Address = server._host.Urls.Single();
        return server;
    }

    public static Task<LocalServer> StartAsync(Func<HttpContext, string> answer) => StartAsync(context => context.Response.WriteAsync(answer(context)));

    /// <summary>The server dies; its address is refused until <see cref="ComeBackAsync"/>.</summary>
    public Task DieAsync() => _host.DisposeAsync().AsTask();

    public Task ComeBackAsync()
    {
        _host = Build(new Uri(Address).Port);
        return _host.StartAsync();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private WebApplication Build(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var host = builder.Build();
        host.Run(context =>
        {
            Requests.Enqueue(context.Request.GetEncodedPathAndQuery());
            return _answer(context);
        });
        return host;
    }
}
