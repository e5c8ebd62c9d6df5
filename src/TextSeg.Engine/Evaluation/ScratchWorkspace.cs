using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Evaluation;

/// <summary>A workspace in a temporary folder, gone when the measuring is done.</summary>
internal sealed class ScratchWorkspace : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("textseg-eval-").FullName;

    public ScratchWorkspace() => Workspace = Workspace.OpenToWrite(Path.Combine(_folder, "data"));

    public Workspace Workspace { get; }

    /// <summary>A place for a file that goes with the workspace.</summary>
    public string File(string name) => Path.Combine(_folder, name);

    public void Dispose()
    {
        Workspace.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
