namespace TextSeg.Engine.Storage;

/// <summary>Files for what does not fit into memory. They have no name once they are open, so they are gone when they are closed, also by a kill.</summary>
internal static class ScratchFile
{
    /// <summary>Opens an empty file in a folder, to write and read.</summary>
    public static FileStream Open(string folder)
    {
        var path = Path.Combine(folder, $"scratch-{Path.GetRandomFileName()}");
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, bufferSize: 0);
        File.Delete(path);
        return file;
    }
}
