namespace TextSeg.Engine;

/// <summary>
/// A fault that the user can act on. The message is one or two plain sentences: what is wrong and what to do;
/// it holds no text of a post. Programs print the message and nothing else.
/// </summary>
public sealed class JobException : Exception
{
    public JobException(string message) : base(message)
    {
    }

    public JobException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>True when the call itself was wrong (an unknown column, a bad option), false when the job failed (disk full, unreadable file).</summary>
    public bool IsWrongUse { get; init; }

    /// <summary>True when something that was named is not there: a topic, a segment, a member.</summary>
    public bool IsMissing { get; init; }
}
