namespace TextSeg.Engine.Sources.Pulling.Kafka;

/// <summary>Which topic of a Kafka cluster is read, and how.</summary>
public sealed class KafkaOptions
{
    /// <summary>Brokers to begin with, such as <c>kafka1:9092,kafka2:9092</c>.</summary>
    public string Brokers { get; set; } = "";

    /// <summary>The topic; all its partitions are read.</summary>
    public string Topic { get; set; } = "";

    /// <summary>Name of the source; null: the topic's name.</summary>
    public string? Name { get; set; }

    /// <summary>Consumer group to which the offsets of stored posts are committed, so that the cluster's own tools show the lag. Default <c>textseg</c>.</summary>
    public string Group { get; set; } = "textseg";

    /// <summary>Kind of posts that do not state one. Default: forum posts.</summary>
    public PostKind Kind { get; set; }

    /// <summary>Whether connections are encrypted. Default false.</summary>
    public bool Tls { get; set; }

    /// <summary>User for SASL PLAIN; null (default): none.</summary>
    public string? User { get; set; }

    /// <summary>Password of the user.</summary>
    public string? Password { get; set; }

    /// <summary>Messages of one page at most. 1 to 100,000, default 2,000.</summary>
    public int PageMessages { get; set; } = 2_000;

    /// <summary>How long brokers may be silent. 1 second to 10 minutes, default 30 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>All faults, each a plain sentence; empty when the options are good.</summary>
    public IEnumerable<string> Faults()
    {
        if (string.IsNullOrWhiteSpace(Brokers))
        {
            yield return "Brokers is empty: name at least one, such as kafka1:9092.";
        }

        if (string.IsNullOrWhiteSpace(Topic))
        {
            yield return "Topic is empty.";
        }

        if (string.IsNullOrWhiteSpace(Group))
        {
            yield return "Group is empty.";
        }

        if (string.IsNullOrEmpty(User) != string.IsNullOrEmpty(Password))
        {
            yield return "User and Password must be given together, or neither.";
        }

        if (!string.IsNullOrEmpty(Password) && !Tls)
        {
            yield return "A password without Tls would travel in the clear: switch Tls on.";
        }

        if (PageMessages is < 1 or > 100_000)
        {
            yield return $"PageMessages is {PageMessages}; it must lie between 1 and 100,000.";
        }

        if (Timeout < TimeSpan.FromSeconds(1) || Timeout > TimeSpan.FromMinutes(10))
        {
            yield return $"Timeout is {Timeout}; it must lie between 1 second and 10 minutes.";
        }
    }
}
