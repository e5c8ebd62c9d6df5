using TextSeg.Engine.Storage.Catalog.Rows;

namespace TextSeg.Engine.Subscriptions;

/// <summary>An address that is told of what happens in a workspace.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Address">Where messages are sent.</param>
/// <param name="Events">What it is told of.</param>
/// <param name="CreatedAt">When it was made; what happened before is not told.</param>
/// <param name="Disabled">Why nothing is sent any more, one sentence; null while it is.</param>
/// <param name="DisabledAt">Since when nothing is sent any more.</param>
public sealed record Subscription(long Id, string Address, IReadOnlyList<string> Events, DateTimeOffset CreatedAt, string? Disabled, DateTimeOffset? DisabledAt)
{
    internal static Subscription Of(StoredSubscription row) => new(row.Id, row.Address, row.Events.Split(','), row.CreatedAt, row.Disabled, row.DisabledAt);
}

/// <summary>A message that is to be sent, or was.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Event">What it tells of.</param>
/// <param name="State">waiting, delivered or failed.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="NextAt">When it is tried next, or was last.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Status">Status of the last answer; null for none.</param>
/// <param name="Fault">Why it did not arrive, one sentence.</param>
/// <param name="Body">The message, as it is sent.</param>
public sealed record Delivery(long Id, string Event, string State, DateTimeOffset CreatedAt, DateTimeOffset NextAt, int Attempts, int? Status, string? Fault, string Body)
{
    internal static Delivery Of(StoredDelivery row) => new(row.Id, row.Event, row.State, row.CreatedAt, row.NextAt, row.Attempts, row.Status, row.Fault, row.Body);
}
