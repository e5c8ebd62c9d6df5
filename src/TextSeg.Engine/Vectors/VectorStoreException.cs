namespace TextSeg.Engine.Vectors;

/// <summary>A vector store cannot do what was asked; the message says why and what to do.</summary>
public sealed class VectorStoreException : Exception
{
    public VectorStoreException(string message)
        : base(message)
    {
    }

    public VectorStoreException(string message, Exception cause)
        : base(message, cause)
    {
    }

    /// <summary>When trying again may help: the store is away or busy, nothing is lost. Null where it will not help.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
