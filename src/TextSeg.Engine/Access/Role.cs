namespace TextSeg.Engine.Access;

/// <summary>What somebody is to a workspace.</summary>
public enum Role
{
    /// <summary>Looks at results and searches.</summary>
    Reader,

    /// <summary>Also brings posts in, mines, and edits topics and segments.</summary>
    Analyst,

    /// <summary>Also gives keys, erases members and sees who did what.</summary>
    Administrator,
}
