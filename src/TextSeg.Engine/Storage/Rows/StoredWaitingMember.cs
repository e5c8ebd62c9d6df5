namespace TextSeg.Engine.Storage.Rows;

/// <summary>That a member has posts that the place in a segment does not heed yet.</summary>
public sealed class StoredWaitingMember
{
    /// <summary>The member.</summary>
    public long MemberId { get; set; }

    /// <summary>Who places them now; null for nobody.</summary>
    public string? ClaimedBy { get; set; }

    /// <summary>When the claim ends by itself; null where there is none.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }
}
