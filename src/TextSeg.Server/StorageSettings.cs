using TextSeg.Engine;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Vectors.Qdrant;

namespace TextSeg.Server;

/// <summary>Where the service keeps what it remembers, as its settings say. No fault quotes an address, for it may hold a password.</summary>
internal static class StorageSettings
{
    /// <summary>Vectors in files of the data folder.</summary>
    public const string Embedded = "embedded";

    /// <summary>Vectors on a server that several processes share.</summary>
    public const string Qdrant = "qdrant";

    /// <summary>All faults, each a plain sentence that says what to do.</summary>
    public static IEnumerable<string> Faults(ServiceOptions options)
    {
        if (options.Database.Length > 0 && FaultOfDatabase(options.Database) is { } fault)
        {
            yield return $"Database cannot be used. {fault} Leave it empty to keep all in the data folder.";
        }

        if (options.Vectors is not (Embedded or Qdrant))
        {
            yield return $"Vectors is '{options.Vectors}': write \"{Embedded}\" for files in the data folder, or \"{Qdrant}\".";
        }

        if (options.Vectors == Qdrant && !QdrantOptions.IsAddress(options.VectorsAddress))
        {
            yield return "VectorsAddress is no address that Qdrant can have: write its REST interface's, such as http://localhost:6333, without a key in it.";
        }

        if (options.Vectors == Embedded && options.VectorsAddress.Length + options.VectorsKey.Length > 0)
        {
            yield return $"VectorsAddress or VectorsKey is given, but Vectors is \"{Embedded}\": write Vectors={Qdrant} too, or leave them out.";
        }

        if (options.VectorsKey.Length > 0 && !QdrantOptions.IsKey(options.VectorsKey))
        {
            yield return "VectorsKey holds a blank or another letter that no key has: copy it once more.";
        }
    }

    /// <summary>The place that good settings name.</summary>
    public static ServicePlace PlaceOf(ServiceOptions options) => new(options.Data)
    {
        Database = options.Database.Length > 0 ? DatabaseAddress.Parse(options.Database, ServicePlace.CatalogSchema) : null,
        Qdrant = options.Vectors == Qdrant ? new QdrantOptions { Address = options.VectorsAddress, ApiKey = options.VectorsKey.Length > 0 ? options.VectorsKey : null } : null,
    };

    private static string? FaultOfDatabase(string address)
    {
        try
        {
            DatabaseAddress.Parse(address, ServicePlace.CatalogSchema);
            return null;
        }
        catch (JobException fault)
        {
            return fault.Message;
        }
    }
}
