namespace TextSeg.Engine.Subscriptions;

/// <summary>Where a message stands.</summary>
public static class DeliveryState
{
    public const string Waiting = "waiting";
    public const string Delivered = "delivered";
    public const string Failed = "failed";
}
