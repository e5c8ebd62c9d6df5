using TextSeg.Engine.Hosting;

namespace TextSeg.Server.Queues;

/// <summary>A queue of RabbitMQ into which programs push posts, beside the HTTP interface. Off while Name is empty.</summary>
public sealed class QueueOptions
{
    private const int LongestName = 200;

    /// <summary>Name of the queue; it is made where it is missing, and beside it one for what cannot be taken, with ".rejected" at its end. Default: none.</summary>
    public string Name { get; set; } = "";

    /// <summary>The RabbitMQ server, as rabbitmq://user:password@host/vhost. Default: that of Bus.</summary>
    public string Address { get; set; } = "";

    /// <summary>The workspace that posts go into.</summary>
    public string Workspace { get; set; } = "";

    /// <summary>Name of the source, part of every post's key. Default "queue".</summary>
    public string Source { get; set; } = "queue";

    /// <summary>Messages at hand at once, 1 to 10,000; as many are stored together at most. Default 500.</summary>
    public int Prefetch { get; set; } = 500;

    /// <summary>Whether posts are taken from a queue.</summary>
    public bool IsUsed => Name.Length > 0;

    /// <summary>All faults, each a plain sentence that says what to do.</summary>
    /// <param name="bus">The setting Bus.</param>
    public IEnumerable<string> Faults(string bus)
    {
        if (!IsUsed)
        {
            yield break;
        }

        if (Name.Length > LongestName || Name.StartsWith("amq.", StringComparison.Ordinal))
        {
            yield return $"Queue.Name must have at most {LongestName} letters and not begin with \"amq.\".";
        }

        if (BusAddress.TryParse(Address.Length > 0 ? Address : bus) is null)
        {
            yield return $"Queue.Address is no address of a RabbitMQ server, and Bus is none either: write {BusAddress.Shape}.";
        }

        if (!WorkspaceName.IsGood(Workspace))
        {
            yield return $"Queue.Workspace must name the workspace that posts go into: {WorkspaceName.Rule}.";
        }

        if (Source.Length is 0 or > LongestName)
        {
            yield return $"Queue.Source must have 1 to {LongestName} letters.";
        }

        if (Prefetch is < 1 or > 10_000)
        {
            yield return $"Queue.Prefetch is {Prefetch}; it must lie between 1 and 10,000.";
        }
    }

    /// <summary>The server.</summary>
    /// <param name="bus">The setting Bus.</param>
    internal BusAddress Server(string bus) => BusAddress.TryParse(Address.Length > 0 ? Address : bus)!;
}
