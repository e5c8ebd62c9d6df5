namespace TextSeg.Engine.Storage.Rows;

/// <summary>How much came from a source in one hour: counts only, so that its rhythm is known. Hours in which nothing came have no row.</summary>
public sealed class StoredArrival
{
    /// <summary>Name of the source.</summary>
    public required string Source { get; set; }

    /// <summary>The hour, counted from 1970 in UTC.</summary>
    public long Hour { get; set; }

    /// <summary>New and changed posts.</summary>
    public long Posts { get; set; }

    /// <summary>Records that could not be taken.</summary>
    public long Rejected { get; set; }
}
