namespace TextSeg.Engine.Storage.Catalog.Rows;

/// <summary>That a topic was found to be rising, and told of.</summary>
public sealed class StoredFinding
{
    /// <summary>Its number.</summary>
    public long Id { get; set; }

    /// <summary>The workspace.</summary>
    public required string Workspace { get; set; }

    /// <summary>The run that it was found in.</summary>
    public long Run { get; set; }

    /// <summary>The topic's id in that run.</summary>
    public required string TopicId { get; set; }

    /// <summary>A sample of the topic's posts, by which it is found again in later runs, as JSON.</summary>
    public required string Sample { get; set; }

    /// <summary>When the rise began.</summary>
    public DateTimeOffset RoseAt { get; set; }

    /// <summary>When it was found.</summary>
    public DateTimeOffset FoundAt { get; set; }

    /// <summary>What is told of it, as JSON.</summary>
    public required string Facts { get; set; }

    /// <summary>Whether it is told; false where the topic was told of lately.</summary>
    public bool IsTold { get; set; }
}
