namespace TextSeg.Engine.Messages;

/// <summary>Says that a workspace's structure shall be found anew.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Request">Number of the request.</param>
public sealed record RunRequested(string Workspace, long Request);
