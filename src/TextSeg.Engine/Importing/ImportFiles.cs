using System.Security.Cryptography;
using TextSeg.Engine.Hosting;

namespace TextSeg.Engine.Importing;

/// <summary>A file that was received whole.</summary>
/// <param name="Name">Its name in the folder of imports.</param>
/// <param name="Bytes">Bytes of it.</param>
/// <param name="Hash">SHA-256 of it.</param>
internal sealed record ReceivedFile(string Name, long Bytes, byte[] Hash);

/// <summary>The uploaded files of a workspace, in its folder, until they are read.</summary>
internal sealed class ImportFiles(LiveWorkspace live)
{
    private const string FolderName = "imports";
    private const int NameBytes = 12;
    private const int BufferBytes = 1 << 16;

    /// <summary>How long a file may lie that no import knows: one that is being received.</summary>
    private static readonly TimeSpan Receiving = TimeSpan.FromHours(1);

    /// <summary>Which disk they lie on: machine and folder. Processes of one workspace may have folders of their own.</summary>
    public string Place => $"{Environment.MachineName}:{Path.GetFullPath(live.Folder)}";

    private string Folder => Path.Combine(live.Folder, FolderName);

    /// <summary>Where a file lies.</summary>
    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Writes what arrives to disk; of one that breaks off nothing is left.</summary>
    /// <exception cref="JobException">The disk cannot be written.</exception>
    public async Task<ReceivedFile> ReceiveAsync(Stream body, CancellationToken cancellationToken)
    {
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameBytes));
        try
        {
            return await WriteAsync(name, body, cancellationToken);
        }
        catch
        {
            Delete(name);
            throw;
        }
    }

    /// <summary>Removes a file; one that is gone already is no fault.</summary>
    public void Delete(string name)
    {
        if (Directory.Exists(Folder))
        {
            File.Delete(PathOf(name));
        }
    }

    /// <summary>Removes what a killed process was receiving.</summary>
    /// <param name="known">Names of files that belong to imports.</param>
    /// <param name="now">The time.</param>
    public void DeleteUnknown(IReadOnlySet<string> known, DateTimeOffset now)
    {
        foreach (var path in Directory.Exists(Folder) ? Directory.GetFiles(Folder) : [])
        {
            if (!known.Contains(Path.GetFileName(path)) && now - File.GetLastWriteTimeUtc(path) > Receiving)
            {
                File.Delete(path);
            }
        }
    }

    private async Task<ReceivedFile> WriteAsync(string name, Stream body, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = ToDisk(() => Create(name));
        var buffer = new byte[BufferBytes];
        for (int read; (read = await body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
            var count = read;
            ToDisk(() => Write(file, buffer.AsSpan(0, count)));
        }

        ToDisk(() => Flush(file));
        return new ReceivedFile(name, file.Length, hash.GetHashAndReset());
    }

    private FileStream Create(string name)
    {
        Directory.CreateDirectory(Folder);
        return new FileStream(PathOf(name), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
    }

    private static bool Write(FileStream file, ReadOnlySpan<byte> bytes)
    {
        file.Write(bytes);
        return true;
    }

    private static bool Flush(FileStream file)
    {
        file.Flush(flushToDisk: true);
        return true;
    }

    // A full disk is told apart from a sender that went away.
    private static T ToDisk<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new JobException("The file cannot be written to the disk of the service: make room there, then send it again.", fault as IOException ?? new IOException(fault.Message));
        }
    }
}
