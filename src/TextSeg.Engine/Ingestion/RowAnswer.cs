namespace TextSeg.Engine.Ingestion;

/// <summary>What became of one record.</summary>
public enum RowOutcome
{
    /// <summary>A new post.</summary>
    Added,

    /// <summary>A post known before, whose content is another now.</summary>
    Changed,

    /// <summary>A post known before; nothing was written.</summary>
    Unchanged,

    /// <summary>It could not be taken.</summary>
    Rejected,
}

/// <summary>The answer to whoever sent a record.</summary>
/// <param name="Line">Number of the record in its batch or file, from 1.</param>
/// <param name="ExternalId">Id of the post within its source; null when the record was rejected.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why it was rejected, one plain sentence; null otherwise.</param>
public sealed record RowAnswer(long Line, string? ExternalId, RowOutcome Outcome, string? Reason);
