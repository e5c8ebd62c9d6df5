using TextSeg.Engine.Outbound;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Sources.Pulling;
using TextSeg.Engine.Sources.Pulling.Discourse;
using TextSeg.Engine.Sources.Pulling.Feeds;
using TextSeg.Engine.Sources.Pulling.Fetching;
using TextSeg.Engine.Sources.Pulling.Kafka;
using TextSeg.Engine.Sources.Pulling.Zendesk;

namespace TextSeg.Engine.Pulls;

/// <summary>Opens servers that are asked for posts.</summary>
public sealed class PulledSourceOpener(OutboundOptions options, TimeProvider clock)
{
    // One turn is short; who does not answer is asked again at the next.
    private FetchOptions Fetch => new() { Attempts = 2, LongestWait = TimeSpan.FromSeconds(10), Timeout = TimeSpan.FromSeconds(30), AllowPrivateAddresses = options.AllowPrivateAddresses };

    /// <summary>Opens a server; nothing is asked yet.</summary>
    /// <param name="kind">What kind of server.</param>
    /// <param name="name">Name of the source.</param>
    /// <param name="settings">Whom to ask, and for what.</param>
    /// <param name="secret">Key, token or password; null for none.</param>
    /// <exception cref="JobException">The settings have faults; all are named.</exception>
    public IPulledSource Open(PullKind kind, string name, PullSettings settings, string? secret) => kind switch
    {
        PullKind.Discourse => new DiscourseSource(new DiscourseOptions { Address = settings.Address, Name = name, User = settings.User, Key = secret, Fetch = Fetch }, clock),
        PullKind.Zendesk => new ZendeskSource(new ZendeskOptions { Address = settings.Address, Name = name, User = settings.User ?? "", Token = secret ?? "", Since = settings.Since, Fetch = Fetch }, clock),
        PullKind.Feed => new FeedSource(new FeedOptions { Address = settings.Address, Name = name, Kind = settings.PostKind ?? PostKind.Forum, Fetch = Fetch }, clock),
        _ when !options.AllowPrivateAddresses => throw new JobException("Kafka can be asked only where Outbound:AllowPrivateAddresses is true, for its brokers name further addresses themselves.") { IsWrongUse = true },
        _ => new KafkaSource(
            new KafkaOptions
            {
                Brokers = settings.Address, Topic = settings.Topic ?? "", Name = name, Group = settings.Group ?? new KafkaOptions().Group, Kind = settings.PostKind ?? PostKind.Forum, Tls = settings.Tls,
                User = settings.User, Password = secret,
            },
            clock),
    };
}
