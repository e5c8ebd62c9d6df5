using System.CommandLine;
using TextSeg.Server;

namespace TextSeg.Cli.Commands;

/// <summary>Settings of the service that its verbs share. Each is also read from the environment and from appsettings.json in the data folder, which keep secrets out of the list of processes.</summary>
internal static class ServiceSettings
{
    private static readonly Option<string?> Database = new("--database")
    {
        Description = "Where keys, requests and workspaces are kept: postgres://USER:PASSWORD@HOST:PORT/DATABASE (or in TEXTSEG_DATABASE, which no list of processes shows); default: SQLite in the data folder.",
    };

    private static readonly Option<string?> Vectors = new("--vectors") { Description = "Where vectors are kept: embedded, in files of the data folder for one process (default), or qdrant, for several (or TEXTSEG_VECTORS)." };
    private static readonly Option<string?> VectorsAddress = new("--vectors-address") { Description = "Qdrant's REST interface, such as http://localhost:6333 (or TEXTSEG_VECTORSADDRESS; its key, if any, in TEXTSEG_VECTORSKEY)." };
    private static readonly Option<string?> Bus = new("--bus") { Description = "How workers hear of work: memory, within the process (default), or rabbitmq://USER:PASSWORD@HOST/VHOST (or TEXTSEG_BUS)." };

    /// <summary>Where all of it is kept.</summary>
    public static IReadOnlyList<Option> OfStorage { get; } = [WorkspaceOptions.Data, Database, Vectors, VectorsAddress];

    /// <summary>What a process that works on posts needs to know.</summary>
    public static IReadOnlyList<Option> OfWork { get; } = [.. OfStorage, Bus, InputOptions.Threads];

    /// <summary>Adds options to a verb.</summary>
    public static Command With(this Command command, IEnumerable<Option> options)
    {
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        return command;
    }

    /// <summary>What the command line says; what it does not say is left to the environment and the file.</summary>
    public static Dictionary<string, string?> Given(ParseResult parsed)
    {
        var given = new Dictionary<string, string?> { [nameof(ServiceOptions.Data)] = parsed.GetValue(WorkspaceOptions.Data) };
        foreach (var (name, option) in new[]
        {
            (nameof(ServiceOptions.Database), Database), (nameof(ServiceOptions.Vectors), Vectors), (nameof(ServiceOptions.VectorsAddress), VectorsAddress), (nameof(ServiceOptions.Bus), Bus),
        })
        {
            if (parsed.GetValue(option) is { } value)
            {
                given[name] = value;
            }
        }

        if (parsed.GetValue(InputOptions.Threads) is var threads and not 0)
        {
            given[nameof(ServiceOptions.Threads)] = threads.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return given;
    }
}
