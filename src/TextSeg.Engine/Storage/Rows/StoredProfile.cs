namespace TextSeg.Engine.Storage.Rows;

/// <summary>What one run knows of a member.</summary>
public sealed class StoredProfile
{
    /// <summary>The run.</summary>
    public long RunId { get; set; }

    /// <summary>The member.</summary>
    public long MemberId { get; set; }

    /// <summary>Posts that count.</summary>
    public int Posts { get; set; }

    /// <summary>Signals, as JSON.</summary>
    public required string Facts { get; set; }
}
