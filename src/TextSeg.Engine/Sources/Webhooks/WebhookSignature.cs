using System.Security.Cryptography;
using System.Text;

namespace TextSeg.Engine.Sources.Webhooks;

/// <summary>HMAC-SHA256 (RFC 2104) of a body under a shared secret, compared in constant time.</summary>
internal static class WebhookSignature
{
    /// <summary>Whether a signature belongs to the parts, one after the other.</summary>
    public static bool Fits(ReadOnlySpan<byte> signature, string secret, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        if (secret.Length == 0)
        {
            return false;
        }

        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(first);
        hmac.AppendData(second);
        return CryptographicOperations.FixedTimeEquals(hmac.GetHashAndReset(), signature);
    }
}
