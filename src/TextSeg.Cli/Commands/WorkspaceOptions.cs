using System.CommandLine;
using TextSeg.Engine;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Vectors.Qdrant;

namespace TextSeg.Cli.Commands;

/// <summary>What the verbs that use a data folder have in common.</summary>
internal static class WorkspaceOptions
{
    private const string Variable = "TEXTSEG_DATABASE";
    private const string VectorsVariable = "TEXTSEG_VECTORSADDRESS";
    private const string VectorsKeyVariable = "TEXTSEG_VECTORSKEY";

    public static readonly Option<string> Data = new("--data") { Description = "The data folder that remembers posts and results.", DefaultValueFactory = _ => "textseg-data" };

    public static readonly Option<string?> Database = new("--database")
    {
        Description = $"Keep posts and results in PostgreSQL, vectors in the data folder: postgres://USER:PASSWORD@HOST:PORT/DATABASE (or in {Variable}, which no list of processes shows). The schema is ws_ and the data folder's name.",
    };

    public static readonly Option<string?> Vectors = new("--vectors")
    {
        Description = $"Keep vectors on a Qdrant server instead of the data folder: http://HOST:6333 (or in {VectorsVariable}); its key, where it asks for one, only in {VectorsKeyVariable}. Collections are named after the data folder.",
    };

    /// <summary>Where the workspace lies.</summary>
    /// <exception cref="JobException">The address of the database or of the vectors is not understood.</exception>
    public static WorkspaceAddress Address(ParseResult parsed)
    {
        var folder = parsed.GetValue(Data)!;
        var name = DatabaseAddress.NameOfFolder(folder);
        var (database, vectors) = (Given(parsed, Database, Variable), Given(parsed, Vectors, VectorsVariable));
        return new WorkspaceAddress(folder)
        {
            Server = database is null ? null : DatabaseAddress.Parse(database, DatabaseAddress.SchemaOfFolder(folder)),
            Vectors = vectors is null ? null : new QdrantWorkspace(Connect(vectors), name),
        };
    }

    private static string? Given(ParseResult parsed, Option<string?> option, string variable) =>
        (parsed.GetValue(option) ?? Environment.GetEnvironmentVariable(variable)) is { Length: > 0 } value ? value : null;

    // One for the life of the process.
    private static QdrantConnection Connect(string address)
    {
        var key = Environment.GetEnvironmentVariable(VectorsKeyVariable);
        var options = new QdrantOptions { Address = address, ApiKey = string.IsNullOrEmpty(key) ? null : key };
        return options.Faults() is { Count: > 0 } faults ? throw new JobException(string.Join(' ', faults)) { IsWrongUse = true } : new QdrantConnection(options);
    }
}
