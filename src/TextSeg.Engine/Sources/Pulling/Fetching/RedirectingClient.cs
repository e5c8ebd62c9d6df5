using System.Net;
using TextSeg.Engine.Outbound;

namespace TextSeg.Engine.Sources.Pulling.Fetching;

/// <summary>An HTTP client that follows redirects itself: only over http and https, never from https to http, and to another server without the headers meant for the first.</summary>
internal sealed class RedirectingClient : IDisposable
{
    private const int MostRedirects = 5;

    private readonly HttpClient _client;

    /// <param name="allowsPrivate">Whether addresses may lead into private networks.</param>
    public RedirectingClient(bool allowsPrivate)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        if (!allowsPrivate)
        {
            (handler.UseProxy, handler.ConnectCallback) = (false, PublicAddress.ConnectAsync);
        }

        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Sends the request; the answer's body is not read yet.</summary>
    /// <exception cref="FetchException">A redirect must not be followed.</exception>
    public async Task<HttpResponseMessage> SendAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var address = page.Address;
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            var response = await SendOnceAsync(address, page, cancellationToken);
            if (response is not { StatusCode: >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest, Headers.Location: { } location })
            {
                return response;
            }

            response.Dispose();
            address = Next(address, location, page.Address.Host);
        }

        throw new FetchException(FetchFault.Refused, $"{page.Address.Host} redirects more than {MostRedirects} times.");
    }

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> SendOnceAsync(Uri address, PageRequest page, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.UserAgent.ParseAdd("TextSeg/1.0");
        if (address.GetLeftPart(UriPartial.Authority) == page.Address.GetLeftPart(UriPartial.Authority))
        {
            foreach (var (name, value) in page.Headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private static Uri Next(Uri from, Uri location, string host)
    {
        var next = new Uri(from, location);
        if (!ServerAddress.IsWeb(next) || (from.Scheme == Uri.UriSchemeHttps && next.Scheme != Uri.UriSchemeHttps))
        {
            throw new FetchException(FetchFault.Refused, $"{host} redirects to an address that is not safe to follow.");
        }

        return next;
    }
}
