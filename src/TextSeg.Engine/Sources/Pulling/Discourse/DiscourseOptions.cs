using TextSeg.Engine.Sources.Pulling.Fetching;

namespace TextSeg.Engine.Sources.Pulling.Discourse;

/// <summary>Which Discourse forum is read, and as whom.</summary>
public sealed class DiscourseOptions
{
    /// <summary>Address of the forum, with its folder where it has one, such as <c>https://forum.example.org</c>.</summary>
    public string Address { get; set; } = "";

    /// <summary>Name of the source; null: the server's name.</summary>
    public string? Name { get; set; }

    /// <summary>Key of the forum's API, sent to this server only; null (default): what everybody may read.</summary>
    public string? Key { get; set; }

    /// <summary>The user that the key belongs to; needed with a key.</summary>
    public string? User { get; set; }

    /// <summary>How the server is asked.</summary>
    public FetchOptions Fetch { get; set; } = new();

    /// <summary>All faults, each a plain sentence; empty when the options are good.</summary>
    public IEnumerable<string> Faults()
    {
        if (ServerAddress.Fault(Address) is { } fault)
        {
            yield return fault;
        }

        if (string.IsNullOrEmpty(Key) != string.IsNullOrEmpty(User))
        {
            yield return "Key and User must be given together, or neither.";
        }

        foreach (var other in Fetch.Faults())
        {
            yield return other;
        }
    }
}
