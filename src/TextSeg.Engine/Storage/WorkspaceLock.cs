namespace TextSeg.Engine.Storage;

/// <summary>
/// The right to write into a data folder, held by one process at a time. It is the operating system's lock on an open file,
/// so it ends with the process, however that ends; the file itself may stay.
/// </summary>
public sealed class WorkspaceLock : IDisposable
{
    private readonly FileStream _file;

    private WorkspaceLock(FileStream file) => _file = file;

    /// <exception cref="JobException">Another process writes there, or the folder cannot be written.</exception>
    /// <param name="folder">The data folder.</param>
    /// <param name="otherwise">What to do else, where another writes there.</param>
    public static WorkspaceLock Take(string folder, string otherwise = "name another folder with --data")
    {
        var path = Path.Combine(folder, "writer.lock");
        try
        {
            return new WorkspaceLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException fault) when (StorageFault.IsInUse(fault))
        {
            throw new JobException($"Another textseg is writing to {folder}: wait until it has finished, or {otherwise}.");
        }
        catch (Exception fault) when (StorageFault.Translate(fault, folder) is { } clear)
        {
            throw clear;
        }
    }

    public void Dispose() => _file.Dispose();
}
