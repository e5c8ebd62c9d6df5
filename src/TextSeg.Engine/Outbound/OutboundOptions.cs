namespace TextSeg.Engine.Outbound;

/// <summary>Whom the service itself may ask and tell.</summary>
public sealed class OutboundOptions
{
    /// <summary>
    /// Whether addresses that people give (of webhooks and of sources that are pulled) may lead into private networks and to this machine. Default false: who may register an address
    /// could otherwise reach what only this machine can. Kafka brokers are asked only where this is true, for a broker names further ones itself.
    /// </summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>How often one message is sent before it is given up, 1 to 20. Default 10: with the pauses, over about a day and a half.</summary>
    public int MostAttempts { get; set; } = 10;

    /// <summary>Seconds before the second attempt, 0 to 3,600; each later pause is three times as long, at most 12 hours. Default 10.</summary>
    public int FirstWaitSeconds { get; set; } = 10;

    /// <summary>Seconds to wait for an answer, 1 to 60. Default 10.</summary>
    public int TimeoutSeconds { get; set; } = 10;

    /// <summary>Days for which nothing more is told of a topic after a warning about it, 0 to 3,650. Default 30.</summary>
    public int TopicPauseDays { get; set; } = 30;

    /// <summary>All faults, each a plain sentence that says what to do.</summary>
    public IEnumerable<string> Faults()
    {
        if (MostAttempts is < 1 or > 20)
        {
            yield return $"Outbound.MostAttempts is {MostAttempts}; it must lie between 1 and 20.";
        }

        if (FirstWaitSeconds is < 0 or > 3_600)
        {
            yield return $"Outbound.FirstWaitSeconds is {FirstWaitSeconds}; it must lie between 0 and 3,600.";
        }

        if (TimeoutSeconds is < 1 or > 60)
        {
            yield return $"Outbound.TimeoutSeconds is {TimeoutSeconds}; it must lie between 1 and 60.";
        }

        if (TopicPauseDays is < 0 or > 3_650)
        {
            yield return $"Outbound.TopicPauseDays is {TopicPauseDays}; it must lie between 0 and 3,650.";
        }
    }
}
