namespace TextSeg.Engine.Outbound;

/// <summary>That an address leads into a private network, where nothing is to be asked.</summary>
public sealed class PrivateAddressException() : IOException(Sentence)
{
    /// <summary>The fault in words, with what to do.</summary>
    public const string Sentence = "The address leads into a private network: give a public one, or let the administrator of the service set Outbound:AllowPrivateAddresses.";

    /// <summary>Whether that is behind a fault.</summary>
    public static bool IsBehind(Exception fault) => fault is PrivateAddressException || (fault.InnerException is { } inner && IsBehind(inner));
}
