using TextSeg.Engine.Storage;

namespace TextSeg.Cli.Tests.BadInput;

/// <summary>A folder for inputs with a data folder in it, and what mining left there.</summary>
public sealed class MineFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Address of the PostgreSQL database that keeps posts and results; null for SQLite in the data folder.</summary>
    public string? Database { get; init; }

    /// <summary>The options that name the place.</summary>
    public string[] Place => Database is null ? ["--data", Data] : ["--data", Data, "--database", Database];

    /// <summary>The data folder.</summary>
    public string Data => _folder.File("data");

    public string File(string name) => _folder.File(name);

    public string Write(string name, params string[] lines) => _folder.Write(name, string.Concat(lines.Select(line => line + "\n")));

    public void Dispose() => _folder.Dispose();

    /// <summary>Runs <c>textseg mine</c> into the data folder, with JSON as its result.</summary>
    internal ProgramResult Mine(string input, params string[] options) => BuiltProgram.Run(["mine", input, .. Place, "--json", .. options]);

    /// <summary>What <c>textseg segments</c> prints of the data folder: all topics and segments with their evidence.</summary>
    internal string Segments() => BuiltProgram.Run(["segments", .. Place, "--json"]).ShouldBeGood().Output;

    /// <summary>Reads the tables of the data folder.</summary>
    public T Read<T>(Func<WorkspaceContext, T> read)
    {
        using var workspace = Workspace.OpenToRead(new WorkspaceAddress(Data) { Server = Database is null ? null : DatabaseAddress.Parse(Database, DatabaseAddress.SchemaOfFolder(Data)) });
        using var context = workspace.CreateContext();
        return read(context);
    }
}
