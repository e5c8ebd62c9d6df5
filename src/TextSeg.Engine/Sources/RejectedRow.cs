namespace TextSeg.Engine.Sources;

/// <summary>A record that could not be taken.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Line">Line on which the record starts, from 1.</param>
/// <param name="Reason">One plain sentence; never the text of the record.</param>
public sealed record RejectedRow(string Source, long Line, string Reason);
