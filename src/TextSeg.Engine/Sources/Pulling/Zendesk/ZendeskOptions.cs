using TextSeg.Engine.Sources.Pulling.Fetching;

namespace TextSeg.Engine.Sources.Pulling.Zendesk;

/// <summary>Which Zendesk account is read, and as whom.</summary>
public sealed class ZendeskOptions
{
    /// <summary>Address of the account, such as <c>https://example.zendesk.com</c>.</summary>
    public string Address { get; set; } = "";

    /// <summary>Name of the source; null: the server's name.</summary>
    public string? Name { get; set; }

    /// <summary>Mail address of the agent that the token belongs to; it must be an administrator's.</summary>
    public string User { get; set; } = "";

    /// <summary>API token, sent to this server only.</summary>
    public string Token { get; set; } = "";

    /// <summary>Tickets changed since then are taken at the first pull; null (default): all.</summary>
    public DateTimeOffset? Since { get; set; }

    /// <summary>How the server is asked.</summary>
    public FetchOptions Fetch { get; set; } = new();

    /// <summary>All faults, each a plain sentence; empty when the options are good.</summary>
    public IEnumerable<string> Faults()
    {
        if (ServerAddress.Fault(Address) is { } fault)
        {
            yield return fault;
        }

        if (string.IsNullOrWhiteSpace(User))
        {
            yield return "User is empty: give the mail address of the agent that the token belongs to.";
        }

        if (string.IsNullOrWhiteSpace(Token))
        {
            yield return "Token is empty: make an API token in the Zendesk admin centre.";
        }

        if (Since is { } since && since < DateTimeOffset.UnixEpoch)
        {
            yield return "Since lies before 1970.";
        }

        foreach (var other in Fetch.Faults())
        {
            yield return other;
        }
    }
}
