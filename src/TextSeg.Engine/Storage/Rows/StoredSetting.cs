namespace TextSeg.Engine.Storage.Rows;

/// <summary>A fact about the workspace itself.</summary>
public sealed class StoredSetting
{
    /// <summary>Its name.</summary>
    public required string Key { get; set; }

    /// <summary>Its value.</summary>
    public required string Value { get; set; }
}
