using System.Text.Json;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Storage.Catalog.Rows;

namespace TextSeg.Engine.Pulls;

/// <summary>What kind of server is asked.</summary>
public enum PullKind
{
    /// <summary>A Discourse forum.</summary>
    Discourse,

    /// <summary>A Zendesk account.</summary>
    Zendesk,

    /// <summary>An RSS or Atom feed.</summary>
    Feed,

    /// <summary>A Kafka topic.</summary>
    Kafka,
}

/// <summary>Whom to ask, and for what; no secret.</summary>
/// <param name="Address">Address of the forum, account or feed; of Kafka the brokers to begin with.</param>
/// <param name="User">Whom the key, token or password belongs to; null for none.</param>
/// <param name="Topic">Topic of Kafka; null for others.</param>
/// <param name="Group">Consumer group of Kafka; null: textseg.</param>
/// <param name="Tls">Whether connections to Kafka are encrypted.</param>
/// <param name="PostKind">Kind of posts of a feed or topic that do not state one; null: forum.</param>
/// <param name="Since">Of Zendesk, tickets changed since then are taken at the first pull; null: all.</param>
public sealed record PullSettings(string Address, string? User, string? Topic, string? Group, bool Tls, PostKind? PostKind, DateTimeOffset? Since);

/// <summary>How a server is doing that the service asks for posts.</summary>
/// <param name="Kind">What kind of server.</param>
/// <param name="Settings">Whom it asks, and for what.</param>
/// <param name="HasSecret">Whether a key, token or password is kept, closed; it is never shown.</param>
/// <param name="IntervalSeconds">Seconds between two pulls.</param>
/// <param name="IsPaused">Whether it is not asked for the time being.</param>
/// <param name="NextAt">When it is asked next, if not paused.</param>
/// <param name="SucceededAt">When all that it had was taken last.</param>
/// <param name="FailedAt">When it failed last.</param>
/// <param name="Fault">Why it failed last, one sentence; null where the last pull was good.</param>
/// <param name="Failures">How often it failed one after the other.</param>
/// <param name="IsBehind">Whether it had more when it was asked last: the rest comes with the next turns.</param>
public sealed record PulledSourceStatus(
    PullKind Kind, PullSettings Settings, bool HasSecret, int IntervalSeconds, bool IsPaused, DateTimeOffset NextAt, DateTimeOffset? SucceededAt, DateTimeOffset? FailedAt, string? Fault, int Failures, bool IsBehind)
{
    internal static PulledSourceStatus Of(StoredPulledSource row) => new(
        Enum.Parse<PullKind>(row.Kind), JsonSerializer.Deserialize<PullSettings>(row.Settings, StoredJson.Options)!, row.Secret is not null, row.IntervalSeconds, row.IsPaused, row.NextAt, row.SucceededAt, row.FailedAt,
        row.Fault, row.Failures, row.HasMore);
}
