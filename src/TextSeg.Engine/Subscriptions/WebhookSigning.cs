using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TextSeg.Engine.Subscriptions;

/// <summary>
/// Signs messages as the Standard Webhooks specification (standardwebhooks.com, version 1) says: the header webhook-signature is "v1," and the HMAC-SHA256 of id, time and body in Base64,
/// so that receivers can check it with a library of theirs.
/// </summary>
public static class WebhookSigning
{
    /// <summary>Beginning of every secret; the rest is the key in Base64.</summary>
    public const string SecretPrefix = "whsec_";

    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    /// <summary>The signature of a message.</summary>
    /// <param name="secret">The secret of the subscription.</param>
    /// <param name="id">Id of the message, the same at each attempt.</param>
    /// <param name="at">When it is sent.</param>
    /// <param name="body">The body.</param>
    public static string Sign(string secret, string id, DateTimeOffset at, string body)
    {
        var key = Convert.FromBase64String(secret[SecretPrefix.Length..]);
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{at.ToUnixTimeSeconds()}.{body}"))));
    }
}
