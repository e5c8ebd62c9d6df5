namespace TextSeg.Engine.Sources.Pulling.Fetching;

/// <summary>Why a page did not come.</summary>
internal enum FetchFault
{
    /// <summary>The server cannot be reached, is overloaded or wants to be left alone: the same page may come later.</summary>
    Away,

    /// <summary>This page fails or cannot be read; others may be good.</summary>
    Broken,

    /// <summary>The server refuses: something in the request must change first.</summary>
    Refused,
}

/// <summary>A page that did not come. The message is one plain sentence with the server's name and nothing else of the address.</summary>
internal sealed class FetchException(FetchFault fault, string message, Exception? cause = null) : Exception(message, cause)
{
    public FetchFault Fault => fault;

    /// <summary>How long the server asked to be left alone; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the same request would get the same answer.</summary>
    public bool IsFinal { get; init; } = fault == FetchFault.Refused;

    public JobException ToJobException() =>
        new(fault == FetchFault.Refused ? Message : $"{Message} What was taken is kept; the next pull goes on from there.", this);
}
