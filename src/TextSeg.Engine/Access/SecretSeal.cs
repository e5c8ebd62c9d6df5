using System.Security.Cryptography;
using System.Text;

namespace TextSeg.Engine.Access;

/// <summary>
/// Closes secrets that the service must know again, such as the password of a forum that it asks (AES-GCM). The key is a setting, or a file of the data folder that its owner alone may read:
/// whoever has a copy of the database alone can open nothing. Safe to use from several threads.
/// </summary>
public sealed class SecretSeal
{
    /// <summary>Bytes of the key.</summary>
    public const int KeyBytes = 32;

    private const string FileName = "sealing.key";
    private static readonly int NonceBytes = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagBytes = AesGcm.TagByteSizes.MaxSize;
    private readonly byte[] _key;

    private SecretSeal(byte[] key) => _key = key;

    /// <summary>Takes the key that is given, or that of the folder; one is made where there is none.</summary>
    /// <param name="folder">The data folder of the service.</param>
    /// <param name="given">32 bytes in Base64; empty for the folder's.</param>
    /// <exception cref="JobException">The file in the folder holds no key, or cannot be used.</exception>
    public static SecretSeal Load(string folder, string given)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            var text = given.Length > 0 ? given : File.Exists(path) ? File.ReadAllText(path) : Make(path);
            return TryRead(text) is { } key ? new SecretSeal(key) : throw new JobException($"{path} holds no key: restore it from a copy, or remove it and give all passwords of sources and webhooks anew.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new JobException($"{path} cannot be used: {fault.Message}", fault);
        }
    }

    /// <summary>The key of a text; null where it is none.</summary>
    public static byte[]? TryRead(string text)
    {
        var key = new byte[KeyBytes];
        return Convert.TryFromBase64String(text.Trim(), key, out var length) && length == KeyBytes ? key : null;
    }

    /// <summary>Closes a secret.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="purpose">What it is for, such as the table and row it is kept in: it cannot be opened for another.</param>
    public string Close(string secret, string purpose)
    {
        var plain = Encoding.UTF8.GetBytes(secret);
        var closed = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(closed.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(_key, TagBytes);
        cipher.Encrypt(closed.AsSpan(0, NonceBytes), plain, closed.AsSpan(NonceBytes + TagBytes), closed.AsSpan(NonceBytes, TagBytes), Encoding.UTF8.GetBytes(purpose));
        return Convert.ToBase64String(closed);
    }

    /// <summary>Opens what was closed.</summary>
    /// <exception cref="JobException">It was closed with another key or for another purpose.</exception>
    public string Open(string closed, string purpose)
    {
        try
        {
            var bytes = Convert.FromBase64String(closed);
            var plain = new byte[bytes.Length - NonceBytes - TagBytes];
            using var cipher = new AesGcm(_key, TagBytes);
            cipher.Decrypt(bytes.AsSpan(0, NonceBytes), bytes.AsSpan(NonceBytes + TagBytes), bytes.AsSpan(NonceBytes, TagBytes), plain, Encoding.UTF8.GetBytes(purpose));
            return Encoding.UTF8.GetString(plain);
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or OverflowException)
        {
            throw new JobException("A kept secret cannot be opened with this service's sealing key: set SealingKey to the key that it was closed with, or give the secret anew.");
        }
    }

    private static string Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(draft, options))
        {
            writer.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)));
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process made one in the same moment: that one counts.
            File.Delete(draft);
        }

        return File.ReadAllText(path);
    }
}
