using System.CommandLine;
using TextSeg.Engine.Storage;

namespace TextSeg.Cli.Commands;

/// <summary>What the verbs that use a data folder have in common.</summary>
internal static class WorkspaceOptions
{
    private const string Variable = "TEXTSEG_DATABASE";

    public static readonly Option<string> Data = new("--data") { Description = "The data folder that remembers posts and results.", DefaultValueFactory = _ => "textseg-data" };

    public static readonly Option<string?> Database = new("--database")
    {
        Description = $"Keep posts and results in PostgreSQL, vectors in the data folder: postgres://USER:PASSWORD@HOST:PORT/DATABASE (or in {Variable}, which no list of processes shows). The schema is ws_ and the data folder's name.",
    };

    /// <summary>Where the workspace lies.</summary>
    /// <exception cref="TextSeg.Engine.JobException">The database's address is not understood.</exception>
    public static WorkspaceAddress Address(ParseResult parsed)
    {
        var folder = parsed.GetValue(Data)!;
        var database = parsed.GetValue(Database) ?? Environment.GetEnvironmentVariable(Variable);
        return string.IsNullOrEmpty(database)
            ? new WorkspaceAddress(folder)
            : new WorkspaceAddress(folder) { Server = DatabaseAddress.Parse(database, DatabaseAddress.SchemaOf(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))))) };
    }
}
