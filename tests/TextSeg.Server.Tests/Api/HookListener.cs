using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TextSeg.Server.Tests.Api;

/// <summary>A message that came.</summary>
internal sealed record HeardMessage(string Id, string Timestamp, string Signature, string Body);

/// <summary>A server on this machine that takes messages and answers as the test says.</summary>
internal sealed class HookListener : IAsyncDisposable
{
    private readonly WebApplication _host;

    private HookListener(Func<int, int> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _host = builder.Build();
        _host.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var headers = context.Request.Headers;
            Heard.Enqueue(new HeardMessage(headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString(), headers["webhook-signature"].ToString(), await reader.ReadToEndAsync()));
            context.Response.StatusCode = answer(Heard.Count);
        });
    }

    public ConcurrentQueue<HeardMessage> Heard { get; } = [];

    public string Address { get; private set; } = "";

    /// <param name="answer">Status of the answer to the message of this number, from 1.</param>
    public static async Task<HookListener> StartAsync(Func<int, int>? answer = null)
    {
        var listener = new HookListener(answer ?? (_ => (int)HttpStatusCode.NoContent));
        await listener._host.StartAsync();
        listener.Address = listener._host.Urls.Single() + "/told";
        return listener;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
