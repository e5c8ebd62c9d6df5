using TextSeg.Engine.Vectors;

namespace TextSeg.Engine.Storage.Backups;

/// <summary>Copies vectors while a writer may go on: segments never change, and a manifest names those that belong together.</summary>
internal static class VectorFiles
{
    private const int Attempts = 20;

    /// <summary>Copies the vectors of all models into a folder.</summary>
    /// <param name="vectors">The workspace's.</param>
    /// <param name="folder">The backup.</param>
    public static IReadOnlyList<BackupFile> Copy(FolderVectors vectors, string folder) => [.. vectors.Folders().SelectMany(model => CopyModel(new StoreFolder(model), folder))];

    private static IReadOnlyList<BackupFile> CopyModel(StoreFolder store, string folder)
    {
        var target = "vectors/" + Path.GetFileName(store.Path);
        for (var attempt = 1; ; attempt++)
        {
            if (store.IsRemoved || store.ReadManifest() is not { } manifest)
            {
                return [];
            }

            try
            {
                return
                [
                    .. manifest.Segments.Select(segment => store.SegmentPath(segment.Number)).Select(path => CheckedFile.Copy(path, folder, $"{target}/{Path.GetFileName(path)}")),
                    CheckedFile.Write(folder, target + "/manifest", stream => stream.Write(manifest.ToBytes())),
                ];
            }
            catch (IOException fault) when (fault is FileNotFoundException or DirectoryNotFoundException && attempt < Attempts)
            {
                // A writer merged segments meanwhile; the newer manifest names the merged ones.
                Directory.Delete(Path.Combine(folder, target), recursive: true);
            }
        }
    }
}
