using TextSeg.Engine.Storage;

namespace TextSeg.Cli.Tests.BadInput;

/// <summary>A folder for inputs with a data folder in it, and what mining left there.</summary>
public sealed class MineFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The data folder.</summary>
    public string Data => _folder.File("data");

    public string File(string name) => _folder.File(name);

    public string Write(string name, params string[] lines) => _folder.Write(name, string.Concat(lines.Select(line => line + "\n")));

    public void Dispose() => _folder.Dispose();

    /// <summary>Runs <c>textseg mine</c> into the data folder, with JSON as its result.</summary>
    internal ProgramResult Mine(string input, params string[] options) => BuiltProgram.Run(["mine", input, "--data", Data, "--json", .. options]);

    /// <summary>What <c>textseg segments</c> prints of the data folder: all topics and segments with their evidence.</summary>
    internal string Segments() => BuiltProgram.Run("segments", "--data", Data, "--json").ShouldBeGood().Output;

    /// <summary>Reads the tables of the data folder.</summary>
    public T Read<T>(Func<WorkspaceContext, T> read)
    {
        using var workspace = Workspace.OpenToRead(Data);
        using var context = workspace.CreateContext();
        return read(context);
    }
}
