namespace TextSeg.Engine.Storage.Catalog.Rows;

/// <summary>A workspace that the service keeps.</summary>
public sealed class StoredWorkspace
{
    /// <summary>Its name in addresses: small letters, digits and hyphens.</summary>
    public required string Name { get; set; }

    /// <summary>What people call it.</summary>
    public required string Title { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}
