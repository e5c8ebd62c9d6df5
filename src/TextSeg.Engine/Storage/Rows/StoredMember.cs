namespace TextSeg.Engine.Storage.Rows;

/// <summary>Someone who writes.</summary>
public sealed class StoredMember
{
    /// <summary>Number within the workspace.</summary>
    public long Id { get; set; }

    /// <summary>Name of the source.</summary>
    public required string Source { get; set; }

    /// <summary>Identity within the source.</summary>
    public required string ExternalId { get; set; }

    /// <summary>Name shown; null when the source gives none.</summary>
    public string? Name { get; set; }
}
