using TextSeg.Engine.Sources.Pulling.Fetching;

namespace TextSeg.Engine.Sources.Pulling.Feeds;

/// <summary>Which feed is read.</summary>
public sealed class FeedOptions
{
    /// <summary>Address of an RSS or Atom feed.</summary>
    public string Address { get; set; } = "";

    /// <summary>Name of the source; null: the server's name and the path.</summary>
    public string? Name { get; set; }

    /// <summary>What its entries are. Default: forum posts.</summary>
    public PostKind Kind { get; set; }

    /// <summary>How the server is asked.</summary>
    public FetchOptions Fetch { get; set; } = new();

    /// <summary>All faults, each a plain sentence; empty when the options are good.</summary>
    public IEnumerable<string> Faults()
    {
        if (ServerAddress.Fault(Address) is { } fault)
        {
            yield return fault;
        }

        if (!Enum.IsDefined(Kind))
        {
            yield return $"Kind is {Kind}; it must be one of {string.Join(", ", Enum.GetNames<PostKind>())}.";
        }

        foreach (var other in Fetch.Faults())
        {
            yield return other;
        }
    }
}
