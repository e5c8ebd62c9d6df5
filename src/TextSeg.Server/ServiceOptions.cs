using System.Globalization;
using System.Net;
using TextSeg.Engine.Access;
using TextSeg.Engine.Disclosure;
using TextSeg.Engine.Importing;
using TextSeg.Engine.Outbound;
using TextSeg.Server.Access.OpenId;
using TextSeg.Server.Health;
using TextSeg.Server.Observability;
using TextSeg.Server.Queues;
using TextSeg.Server.Schedules;

namespace TextSeg.Server;

/// <summary>How the service runs. Read from appsettings.json in the data folder, from the environment (TEXTSEG_DATA …) and from the command line; the later wins.</summary>
public sealed class ServiceOptions
{
    /// <summary>Folder that remembers everything. Default "textseg-data".</summary>
    public string Data { get; set; } = "textseg-data";

    /// <summary>Addresses to listen on, parted by semicolons. Default http://127.0.0.1:5080: this machine alone.</summary>
    public string Urls { get; set; } = "http://127.0.0.1:5080";

    /// <summary>How workers hear of work: "memory" within this process, or a RabbitMQ server as rabbitmq://user:password@host/vhost. Default memory.</summary>
    public string Bus { get; set; } = BusAddress.InMemory;

    /// <summary>Whether this process also works on posts and runs, or only answers requests and leaves the work to <c>textseg worker</c>. Default true.</summary>
    public bool Work { get; set; } = true;

    /// <summary>Where keys, requests and workspaces are kept: empty for SQLite in the data folder, or a PostgreSQL server as postgres://user:password@host:port/database. Default empty.</summary>
    public string Database { get; set; } = "";

    /// <summary>Where vectors are kept: "embedded" for files in the data folder, which one process may write, or "qdrant" for a server that several share. Default embedded.</summary>
    public string Vectors { get; set; } = StorageSettings.Embedded;

    /// <summary>Address of Qdrant's REST interface, such as http://localhost:6333; only where Vectors is "qdrant".</summary>
    public string VectorsAddress { get; set; } = "";

    /// <summary>Qdrant's key; best in the environment as TEXTSEG_VECTORSKEY. Default empty: the server asks for none.</summary>
    public string VectorsKey { get; set; } = "";

    /// <summary>Largest body of a bulk push, in MiB, 1 to 1,024. Default 64.</summary>
    public int MostUploadMebibytes { get; set; } = 64;

    /// <summary>Threads for a model, 0 for one per processor. Default 0.</summary>
    public int Threads { get; set; }

    /// <summary>Requests a key may make in a minute, 1 to 1,000,000. Default 6,000.</summary>
    public int RequestsPerMinute { get; set; } = 6_000;

    /// <summary>Members that a topic, segment, filter or export must have to be shown, 1 to 1,000. Default 5.</summary>
    public int MinimumMembers { get; set; } = SmallGroups.DefaultMinimum;

    /// <summary>Requests for signing in that one address may make in a minute, 1 to 10,000. Default 20.</summary>
    public int SignInsPerMinute { get; set; } = 20;

    /// <summary>
    /// Proxies before the service, as addresses or networks such as 10.0.0.7;172.16.0.0/12: what they forward of the caller's address and of https is believed. Default empty: nobody's word is.
    /// </summary>
    public string Proxies { get; set; } = "";

    /// <summary>Key that closes kept secrets, 32 bytes in Base64; best in the environment as TEXTSEG_SealingKey. Default: one in the data folder, which several processes on different folders cannot share.</summary>
    public string SealingKey { get; set; } = "";

    /// <summary>How much may be imported.</summary>
    public ImportOptions Imports { get; set; } = new();

    /// <summary>Whom the service itself may ask and tell.</summary>
    public OutboundOptions Outbound { get; set; } = new();

    /// <summary>A queue of RabbitMQ into which programs push posts. Default off.</summary>
    public QueueOptions Queue { get; set; } = new();

    /// <summary>Signing in with an OpenID Connect provider, beside links. Default off.</summary>
    public ProviderOptions OpenId { get; set; } = new();

    /// <summary>Traces and metrics. Default off.</summary>
    public TelemetryOptions Telemetry { get; set; } = new();

    /// <summary>From when on the service says that it is not well.</summary>
    public HealthOptions Health { get; set; } = new();

    /// <summary>When the service does by itself what is due.</summary>
    public ScheduleOptions Schedules { get; set; } = new();

    /// <summary>All faults, each a plain sentence that says what to do.</summary>
    public IEnumerable<string> Faults()
    {
        if (string.IsNullOrWhiteSpace(Data))
        {
            yield return "Data is empty: name a folder with --data.";
        }

        foreach (var url in Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).DefaultIfEmpty("").Where(url => !IsAddress(url)))
        {
            yield return $"'{url}' is no address to listen on: write one such as http://127.0.0.1:5080 with --urls.";
        }

        if (Bus != BusAddress.InMemory && BusAddress.TryParse(Bus) is null)
        {
            yield return $"Bus is neither \"{BusAddress.InMemory}\" nor the address of a RabbitMQ server: write {BusAddress.Shape}.";
        }

        if (!Work && Bus == BusAddress.InMemory)
        {
            yield return $"Work is switched off, but Bus is \"{BusAddress.InMemory}\", so that nobody would hear of posts: name a RabbitMQ server ({BusAddress.Shape}) and start textseg worker, or let this process work.";
        }

        foreach (var fault in StorageSettings.Faults(this))
        {
            yield return fault;
        }

        if (!Access.Proxies.AreGood(Proxies))
        {
            yield return $"Proxies is '{Proxies}': write addresses or networks, such as 10.0.0.7;172.16.0.0/12.";
        }

        if (SealingKey.Length > 0 && SecretSeal.TryRead(SealingKey) is null)
        {
            yield return "SealingKey is no key: give 32 bytes in Base64, such as 'openssl rand -base64 32' prints.";
        }

        foreach (var fault in NumberFaults().Concat(OpenId.Faults()).Concat(Telemetry.Faults()).Concat(Health.Faults()).Concat(Schedules.Faults()).Concat(Imports.Faults()).Concat(Outbound.Faults()).Concat(Queue.Faults(Bus)))
        {
            yield return fault;
        }
    }

    private IEnumerable<string> NumberFaults()
    {
        (string Name, int Value, int Least, int Most)[] numbers =
        [
            (nameof(MostUploadMebibytes), MostUploadMebibytes, 1, 1_024), (nameof(MinimumMembers), MinimumMembers, 1, 1_000), (nameof(Threads), Threads, 0, 256),
            (nameof(RequestsPerMinute), RequestsPerMinute, 1, 1_000_000), (nameof(SignInsPerMinute), SignInsPerMinute, 1, 10_000),
        ];
        return numbers.Where(number => number.Value < number.Least || number.Value > number.Most)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"{number.Name} is {number.Value}; it must lie between {number.Least} and {number.Most:N0}."));
    }

    private static bool IsAddress(string url) =>
        Uri.TryCreate(url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var address)
        && (address.Scheme is "http" or "https") && address.Port is >= IPEndPoint.MinPort and <= IPEndPoint.MaxPort;
}
