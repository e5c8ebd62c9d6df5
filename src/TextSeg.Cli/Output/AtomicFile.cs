using TextSeg.Engine;

namespace TextSeg.Cli.Output;

/// <summary>A file that appears whole or not at all: it is written beside its place and moved there when it is finished.</summary>
internal sealed class AtomicFile : IDisposable
{
    private readonly string _path;
    private readonly string _part;
    private bool _finished;

    /// <exception cref="JobException">The folder does not exist, or the path is one.</exception>
    public AtomicFile(string path)
    {
        _path = Path.GetFullPath(path);
        if (Directory.Exists(_path))
        {
            throw new JobException($"{path} is a folder: name a file to write.") { IsWrongUse = true };
        }

        if (!Directory.Exists(Path.GetDirectoryName(_path)))
        {
            throw new JobException($"There is no folder for {path}: make it first, or name another place.") { IsWrongUse = true };
        }

        // A device such as /dev/null must not be replaced by a file.
        _part = _path.StartsWith("/dev/", StringComparison.Ordinal) ? _path : _path + ".part";
        Stream = new FileStream(_part, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 1 << 16);
    }

    /// <summary>What is written so far.</summary>
    public FileStream Stream { get; }

    /// <summary>Puts the finished file in its place.</summary>
    public void Finish()
    {
        Stream.Dispose();
        if (_part != _path)
        {
            File.Move(_part, _path, overwrite: true);
        }

        _finished = true;
    }

    /// <summary>Removes what was written, unless it was finished.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        if (!_finished && _part != _path)
        {
            File.Delete(_part);
        }
    }
}
