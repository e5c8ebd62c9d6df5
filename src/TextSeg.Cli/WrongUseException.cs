namespace TextSeg.Cli;

/// <summary>The command line cannot be carried out as written; the message says how to write it.</summary>
internal sealed class WrongUseException(string message) : Exception(message);
