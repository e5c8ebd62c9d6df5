namespace TextSeg.Engine.Storage.Catalog.Rows;

/// <summary>A file that was uploaded to be read into a workspace, and how far that is.</summary>
public sealed class StoredImport
{
    /// <summary>Its number.</summary>
    public long Id { get; set; }

    /// <summary>The workspace.</summary>
    public required string Workspace { get; set; }

    /// <summary>Name of the source, part of every post's key.</summary>
    public required string Source { get; set; }

    /// <summary>What the user called the file.</summary>
    public string? FileName { get; set; }

    /// <summary>Name of the file in the workspace's folder of imports.</summary>
    public required string StoredFile { get; set; }

    /// <summary>Which disk it lies on: machine and folder.</summary>
    public required string Machine { get; set; }

    /// <summary>SHA-256 of content and settings, in hexadecimal digits.</summary>
    public required string Hash { get; set; }

    /// <summary>Bytes of the file.</summary>
    public long Bytes { get; set; }

    /// <summary>Columns as the user named them; empty for all guessed.</summary>
    public required string Columns { get; set; }

    /// <summary>Kind of the posts; null for guessed.</summary>
    public string? Kind { get; set; }

    /// <summary>waiting, running, finished, failed or cancelled.</summary>
    public required string State { get; set; }

    /// <summary>When it was uploaded.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When work on it began last.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>How many records became what, as JSON.</summary>
    public required string Counts { get; set; }

    /// <summary>How the file was understood, as JSON; null before its first record.</summary>
    public string? Understood { get; set; }

    /// <summary>One sentence, where it failed.</summary>
    public string? Failure { get; set; }
}
