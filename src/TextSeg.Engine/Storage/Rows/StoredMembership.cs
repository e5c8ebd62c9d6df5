namespace TextSeg.Engine.Storage.Rows;

/// <summary>That a member belongs to a segment.</summary>
public sealed class StoredMembership
{
    /// <summary>The run.</summary>
    public long RunId { get; set; }

    /// <summary>The member.</summary>
    public long MemberId { get; set; }

    /// <summary>The segment.</summary>
    public required string SegmentId { get; set; }

    /// <summary>Share of the member that belongs, 0 to 1.</summary>
    public double Weight { get; set; }

    /// <summary>core, edge, unsure or quiet; placed for a member whose posts changed since the run, until the next.</summary>
    public required string State { get; set; }

    /// <summary>Whether it is the member's own segment, the one that counts where a member counts once.</summary>
    public bool IsOwn { get; set; }
}
