namespace TextSeg.Nlp.ModelFiles;

/// <summary>A model cannot be used; the message says what is wrong and what to do, in one sentence for the user.</summary>
public sealed class InvalidModelException : Exception
{
    public InvalidModelException()
    {
    }

    public InvalidModelException(string message)
        : base(message)
    {
    }

    public InvalidModelException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
