namespace TextSeg.Engine.Storage.Rows;

/// <summary>A post or member that an edit is about.</summary>
public sealed class StoredEditItem
{
    /// <summary>The edit.</summary>
    public long EditId { get; set; }

    /// <summary>The topic, part or side that it stands for, from 0.</summary>
    public int Part { get; set; }

    /// <summary>The post, or the member.</summary>
    public long ItemId { get; set; }
}
