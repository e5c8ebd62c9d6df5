using System.Security.Cryptography;

namespace TextSeg.Engine.Storage.Backups;

/// <summary>Files with their SHA-256, computed while they are written or read, however long they are.</summary>
internal static class CheckedFile
{
    private const int BufferBytes = 1 << 20;

    /// <summary>Writes a file below a folder.</summary>
    public static BackupFile Write(string folder, string path, Action<Stream> write)
    {
        var target = PathOf(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var sha = SHA256.Create();
        using var file = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes);
        using (var hashing = new CryptoStream(file, sha, CryptoStreamMode.Write, leaveOpen: true))
        {
            write(hashing);
        }

        file.Flush(flushToDisk: true);
        return new BackupFile(path, file.Length, Convert.ToHexStringLower(sha.Hash!));
    }

    /// <summary>Copies a file below a folder.</summary>
    public static BackupFile Copy(string source, string folder, string path)
    {
        using var from = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferBytes);
        return Write(folder, path, to => from.CopyTo(to, BufferBytes));
    }

    /// <summary>What a file below a folder is.</summary>
    public static BackupFile Describe(string folder, string path)
    {
        using var stream = new FileStream(PathOf(folder, path), FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes);
        return new BackupFile(path, stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    /// <summary>Looks whether a file is what was written.</summary>
    /// <exception cref="JobException">It is not.</exception>
    public static void Verify(string folder, BackupFile file)
    {
        var path = PathOf(folder, file.Path);
        if (!File.Exists(path))
        {
            throw new JobException($"The backup in {folder} is not whole: {file.Path} is missing. Use another backup.");
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes);
        if (stream.Length != file.Bytes || Convert.ToHexStringLower(SHA256.HashData(stream)) != file.Sha256)
        {
            throw new JobException($"The backup in {folder} is damaged: {file.Path} is not what was written. Use another backup.");
        }
    }

    /// <exception cref="JobException">The path leads out of the folder.</exception>
    public static string PathOf(string folder, string path)
    {
        var whole = Path.GetFullPath(Path.Combine(folder, path));
        return whole.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? whole
            : throw new JobException($"The backup in {folder} is damaged: it names a file outside of itself. Use another backup.");
    }
}
