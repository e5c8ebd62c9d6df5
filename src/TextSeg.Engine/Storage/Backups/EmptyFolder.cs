namespace TextSeg.Engine.Storage.Backups;

/// <summary>Folders that nothing may be lost in.</summary>
internal static class EmptyFolder
{
    /// <exception cref="JobException">Something lies in it.</exception>
    public static void Require(string folder, string rule)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new JobException($"{rule}, and {folder} is not empty: name another one.") { IsWrongUse = true };
        }
    }
}
