namespace TextSeg.Engine.Access;

/// <summary>A single right; a role is a set of them, and a key may be narrowed to some.</summary>
public enum Right
{
    /// <summary>Look at results, and search.</summary>
    Read,

    /// <summary>Bring posts in.</summary>
    Ingest,

    /// <summary>Start runs.</summary>
    Mine,

    /// <summary>Change topics and segments by hand.</summary>
    Edit,

    /// <summary>Workspaces, keys, consent, erasure, the audit log.</summary>
    Manage,
}
