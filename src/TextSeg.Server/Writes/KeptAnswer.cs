using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace TextSeg.Server.Writes;

/// <summary>
/// An answer that is kept for a repetition. It may hold a new key's secret, so it is closed with the secret of the caller (HKDF, RFC 5869, and AES-GCM), which is kept nowhere:
/// only whoever wrote can read it.
/// </summary>
internal sealed record KeptAnswer(string? ContentType, string? Location, byte[] Body)
{
    private const int KeyBytes = 32;
    private static readonly int NonceBytes = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagBytes = AesGcm.TagByteSizes.MaxSize;

    public static KeptAnswer Of(HttpResponse response, MemoryStream body) =>
        new(response.ContentType, response.Headers.Location.ToString() is { Length: > 0 } location ? location : null, body.ToArray());

    /// <summary>Nonce, tag and cipher text in Base64.</summary>
    public string Close(string secret, string name)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(this);
        var closed = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(closed.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(KeyOf(secret, name), TagBytes);
        cipher.Encrypt(closed.AsSpan(0, NonceBytes), plain, closed.AsSpan(NonceBytes + TagBytes), closed.AsSpan(NonceBytes, TagBytes));
        return Convert.ToBase64String(closed);
    }

    public static KeptAnswer Open(string kept, string secret, string name)
    {
        var closed = Convert.FromBase64String(kept);
        var plain = new byte[closed.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(KeyOf(secret, name), TagBytes);
        cipher.Decrypt(closed.AsSpan(0, NonceBytes), closed.AsSpan(NonceBytes + TagBytes), closed.AsSpan(NonceBytes, TagBytes), plain);
        return JsonSerializer.Deserialize<KeptAnswer>(plain)!;
    }

    public async Task WriteAsync(HttpResponse response)
    {
        (response.ContentType, response.Headers.Location) = (ContentType, Location);
        await response.Body.WriteAsync(Body, response.HttpContext.RequestAborted);
    }

    private static byte[] KeyOf(string secret, string name) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), KeyBytes, Encoding.UTF8.GetBytes(name), "textseg answer"u8.ToArray());
}
