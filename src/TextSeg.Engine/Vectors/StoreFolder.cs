using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Vectors;

/// <summary>The files of an embedded store: a manifest, segments, and a lock that one writer holds.</summary>
internal sealed class StoreFolder(string path)
{
    private const string SegmentEnding = ".vectors";
    private const string LockName = "writer.lock";

    public string Path { get; } = path;

    /// <summary>Whether the whole folder is gone.</summary>
    public bool IsRemoved => !Directory.Exists(Path);

    private string ManifestPath => System.IO.Path.Combine(Path, "manifest");

    public string SegmentPath(long number) => System.IO.Path.Combine(Path, $"{number:D8}{SegmentEnding}");

    /// <summary>Takes the lock of the one writer; it falls with the process.</summary>
    public FileStream LockForWriting()
    {
        Directory.CreateDirectory(Path);
        try
        {
            return new FileStream(System.IO.Path.Combine(Path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException cause) when (StorageFault.IsInUse(cause))
        {
            throw new VectorStoreException($"The vectors in {Path} are being written elsewhere; wait until that job has ended.", cause);
        }
        catch (UnauthorizedAccessException cause)
        {
            throw new VectorStoreException($"The folder {Path} cannot be written; choose another with --data, or allow writing to it.", cause);
        }
    }

    /// <summary>Takes the file of the lock away, of a store that nobody will write to again.</summary>
    public static void RemoveLock(string folder) => File.Delete(System.IO.Path.Combine(folder, LockName));

    /// <summary>The current manifest; null where there is no store yet.</summary>
    public StoreManifest? ReadManifest()
    {
        if (File.Exists(ManifestPath))
        {
            return StoreManifest.FromBytes(File.ReadAllBytes(ManifestPath), ManifestPath);
        }

        return !Directory.Exists(Path) || Directory.GetFiles(Path, "*" + SegmentEnding).Length == 0
            ? null
            : throw new VectorStoreException($"The file {ManifestPath} is missing, so the vectors beside it cannot be read; delete that folder and mine again.");
    }

    /// <summary>The generation that is current now.</summary>
    public long? PeekGeneration()
    {
        using var file = File.OpenHandle(ManifestPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> start = stackalloc byte[32];
        return StoreManifest.PeekGeneration(start[..RandomAccess.Read(file, start, 0)]);
    }

    public void WriteManifest(StoreManifest manifest) => DurableFile.Write(ManifestPath, file => RandomAccess.Write(file, manifest.ToBytes(), 0));

    /// <summary>Removes segments the manifest does not name, and what interrupted writes left. One that another process still reads may stay until next time.</summary>
    public void RemoveAllBut(StoreManifest manifest)
    {
        var named = manifest.Segments.Select(segment => SegmentPath(segment.Number)).ToHashSet();
        foreach (var file in Directory.EnumerateFiles(Path).Where(file => DurableFile.IsTemporary(file) || IsUnnamed(file)))
        {
            try
            {
                File.Delete(file);
            }
            catch (IOException)
            {
                continue;
            }
        }

        bool IsUnnamed(string file) => file.EndsWith(SegmentEnding, StringComparison.Ordinal) && !named.Contains(file);
    }
}
