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
}
