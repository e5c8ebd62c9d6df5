using System.Globalization;
using System.Net;

namespace TextSeg.Engine.Sources.Pulling.Fetching;

/// <summary>What an answer's status means for whoever asked (RFC 9110, section 15; 429: RFC 6585).</summary>
internal static class AnswerFault
{
    /// <summary>The fault; null for an answer that can be read.</summary>
    public static FetchException? Of(HttpResponseMessage response, PageRequest request, TimeProvider clock)
    {
        if (response.IsSuccessStatusCode || (request.IsConditional && response.StatusCode == HttpStatusCode.NotModified))
        {
            return null;
        }

        var (host, status) = (request.Address.Host, (int)response.StatusCode);
        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => Away("is asked too often (429)"),
            HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout or HttpStatusCode.RequestTimeout => Away($"is not ready ({status})"),
            >= HttpStatusCode.InternalServerError => new FetchException(FetchFault.Broken, $"{host} failed on this page ({status}).") { RetryAfter = RetryAfter(response, clock) },
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Refused($"does not let us in ({status}): check the name and the key, and what the key may read"),
            HttpStatusCode.NotFound or HttpStatusCode.Gone => Refused($"has no such page ({status}): check the address"),
            _ => Refused($"refuses the request ({status})"),
        };

        FetchException Away(string what)
        {
            var wait = RetryAfter(response, clock);
            var until = wait is { } asked ? string.Create(CultureInfo.InvariantCulture, $" and asks to wait {Math.Ceiling(asked.TotalSeconds):0} seconds") : "";
            return new FetchException(FetchFault.Away, $"{host} {what}{until}.") { RetryAfter = wait };
        }

        FetchException Refused(string what) => new(FetchFault.Refused, $"{host} {what}.");
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider clock)
    {
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } seconds } => seconds,
            { Date: { } date } => date - clock.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
