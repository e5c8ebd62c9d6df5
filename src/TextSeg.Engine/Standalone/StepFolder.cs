using TextSeg.Engine.Vectors;
using TextSeg.Mining;

namespace TextSeg.Engine.Standalone;

/// <summary>
/// What the finished steps of a long job found, in a folder of its own, so that the job goes on there when it was stopped or killed. Each step is a file that is there
/// whole or not at all. A key says which input and settings the steps belong to: under another key they are removed. The folder goes when the job is finished;
/// it holds masked texts and numbers, and raw texts only while they are read.
/// </summary>
public sealed class StepFolder : IDisposable
{
    private const string KeyFile = "key";
    private const string LockFile = "lock";
    private readonly FileStream _lock;
    private readonly string _path;
    private bool _finished;

    private StepFolder(string path, FileStream held)
    {
        (_path, _lock) = (Path.GetFullPath(path), held);
        Results = new StageResults(Find, Keep);
    }

    /// <summary>The steps as the mining stages keep and find them.</summary>
    public StageResults Results { get; }

    /// <summary>The folder.</summary>
    public string Folder => _path;

    /// <summary>The folder that it lies in.</summary>
    public string ParentFolder => Path.GetDirectoryName(_path)!;

    /// <summary>Told the steps that an earlier run had finished, when there are any.</summary>
    public Action<IReadOnlyList<string>>? Continues { get; init; }

    /// <summary>Opens a folder, or makes it.</summary>
    /// <param name="path">The folder; it belongs to this job alone.</param>
    /// <param name="continues">Told the steps that an earlier run had finished, when there are any.</param>
    /// <exception cref="JobException">Another run is using it.</exception>
    public static StepFolder Open(string path, Action<IReadOnlyList<string>>? continues = null)
    {
        Directory.CreateDirectory(path);
        try
        {
            var held = new FileStream(Path.Combine(path, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new StepFolder(path, held) { Continues = continues };
        }
        catch (IOException fault)
        {
            throw new JobException($"{path} is in use by another run: wait for it to end, or write to another file.", fault);
        }
    }

    /// <summary>A new folder for one job that cannot be continued.</summary>
    public static StepFolder Temporary()
    {
        var folder = Open(Directory.CreateTempSubdirectory("textseg-").FullName);
        folder.IsTemporary = true;
        return folder;
    }

    private bool IsTemporary { get; set; }

    /// <summary>Says which input and settings the job has: steps of others are removed.</summary>
    public void Claim(string key)
    {
        var known = Path.Combine(_path, KeyFile);
        if (File.Exists(known) && File.ReadAllText(known) == key)
        {
            if (FinishedSteps() is { Count: > 0 } finished)
            {
                Continues?.Invoke(finished);
            }

            return;
        }

        foreach (var file in Directory.GetFiles(_path).Where(file => Path.GetFileName(file) is not LockFile && !file.EndsWith(RawPosts.FileName, StringComparison.Ordinal)))
        {
            File.Delete(file);
        }

        DurableFile.Write(known, file => RandomAccess.Write(file, System.Text.Encoding.UTF8.GetBytes(key), 0));
    }

    /// <summary>Where a step's file is, or would be.</summary>
    public string PathOf(string step) => Path.Combine(_path, step + ".step");

    /// <summary>Whether a step is finished.</summary>
    public bool Has(string step) => File.Exists(PathOf(step));

    /// <summary>A file that is no step: not kept for another run.</summary>
    internal string ScratchPath(string name) => Path.Combine(_path, name);

    /// <summary>Keeps a step: whole or not at all.</summary>
    internal void Keep(string step, Action<Stream> write) => DurableFile.WriteStream(PathOf(step), write);

    /// <summary>The job is done: the folder goes.</summary>
    public void Finish() => _finished = true;

    /// <summary>Leaves the folder when there are steps to go on from.</summary>
    public void Dispose()
    {
        var keeps = !_finished && !IsTemporary && FinishedSteps().Count > 0;
        _lock.Dispose();
        if (!keeps)
        {
            Directory.Delete(_path, recursive: true);
        }
    }

    private List<string> FinishedSteps() =>
        [.. new DirectoryInfo(_path).GetFiles("*.step").OrderBy(file => file.LastWriteTimeUtc).Select(file => Path.GetFileNameWithoutExtension(file.Name))];

    private FileStream? Find(string step) => Has(step) ? new FileStream(PathOf(step), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 20) : null;
}
