using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TextSeg.Engine.Vectors.Qdrant.Wire;

namespace TextSeg.Engine.Vectors.Qdrant;

/// <summary>What a server answered to one request.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">All bytes of the body, perhaps none.</param>
/// <param name="RetryAfter">How long the server asks to wait; null where it does not say.</param>
internal sealed record QdrantAnswer(HttpStatusCode Status, byte[] Body, TimeSpan? RetryAfter)
{
    public bool IsGood => Status is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices;

    /// <summary>
    /// Whether the same request may succeed a little later. A limit of requests with a time named, a gateway's fault, and a request that was cut off (408 without words) may;
    /// not a limit without a time (the request alone is too large for it), and not every 500: an impossible request is answered so too.
    /// </summary>
    public bool MayPass => Status switch
    {
        HttpStatusCode.TooManyRequests => RetryAfter is not null,
        HttpStatusCode.RequestTimeout => Body.Length == 0,
        HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => true,
        _ => false,
    };

    /// <summary>The server's version in the answer of its root path; null where it is no Qdrant's.</summary>
    public string? Version()
    {
        try
        {
            return JsonSerializer.Deserialize(Body, QdrantJson.Default.ServerInfo)?.Version;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The server's own words on what is wrong; answers without JSON (a wrong key, an unknown path) are a line of text or nothing.</summary>
    public string Complaint()
    {
        try
        {
            return JsonSerializer.Deserialize(Body, QdrantJson.Default.ErrorEnvelope)?.Status?.Error ?? "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    /// <summary>The result of a good answer; null where it cannot be read as what it should be.</summary>
    public T? Result<T>(JsonTypeInfo<Envelope<T>> form)
    {
        try
        {
            return JsonSerializer.Deserialize(Body, form) is { } envelope ? envelope.Result : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
