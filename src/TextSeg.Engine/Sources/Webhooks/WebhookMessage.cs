namespace TextSeg.Engine.Sources.Webhooks;

/// <summary>What a message of a forum or help desk says.</summary>
public sealed record WebhookMessage
{
    /// <summary>A post that was written or changed, or why it cannot be taken; null where the message is about something else.</summary>
    public SourceRow? Row { get; init; }

    /// <summary>A post or thread that was deleted there.</summary>
    public RemovedItem? Removed { get; init; }

    /// <summary>Whether a post is back that was deleted before.</summary>
    public bool IsRecovered { get; init; }

    /// <summary>When that happened, as far as the message tells.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>A post, or a thread with all its posts, that was deleted at its source.</summary>
/// <param name="Id">Its id there.</param>
/// <param name="IsThread">Whether it is a thread.</param>
public sealed record RemovedItem(string Id, bool IsThread);
