namespace TextSeg.Engine.Outbound;

/// <summary>An HTTP client for addresses that people gave: no redirects, no cookies, no proxy, and no private network unless that is allowed.</summary>
public sealed class OutboundClient : IDisposable
{
    private readonly HttpClient _client;

    public OutboundClient(OutboundOptions options)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, PooledConnectionLifetime = TimeSpan.FromMinutes(1), ConnectTimeout = TimeSpan.FromSeconds(options.TimeoutSeconds) };
        if (!options.AllowPrivateAddresses)
        {
            handler.ConnectCallback = PublicAddress.ConnectAsync;
        }

        _client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(options.TimeoutSeconds) };
    }

    /// <summary>Sends a request; the answer's body is not read.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    public void Dispose() => _client.Dispose();
}
