using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace TextSeg.Engine.Vectors;

/// <summary>Files that are either wholly there or not at all, also after a loss of power: written beside, flushed to the disk, then renamed.</summary>
internal static partial class DurableFile
{
    private const string TemporarySuffix = ".new";

    /// <summary>Writes a file under a name of its own, then gives it the name wanted.</summary>
    public static void Write(string path, Action<SafeFileHandle> write)
    {
        using (var file = File.OpenHandle(path + TemporarySuffix, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            write(file);
            RandomAccess.FlushToDisk(file);
        }

        Publish(path);
    }

    /// <summary>The same for what is written from front to back.</summary>
    public static void WriteStream(string path, Action<Stream> write)
    {
        using (var stream = new FileStream(path + TemporarySuffix, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 20))
        {
            write(stream);
            stream.Flush(flushToDisk: true);
        }

        Publish(path);
    }

    /// <summary>Whether a file is what an interrupted <see cref="Write"/> left behind.</summary>
    public static bool IsTemporary(string path) => path.EndsWith(TemporarySuffix, StringComparison.Ordinal);

    private static void Publish(string path)
    {
        File.Move(path + TemporarySuffix, path, overwrite: true);
        FlushFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>On Unix a new name is on the disk only when its folder is; Windows keeps names in a journal.</summary>
    private static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(folder, 0);
        if (descriptor >= 0)
        {
            _ = Synchronize(descriptor);
            _ = Close(descriptor);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int Synchronize(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
