namespace TextSeg.Engine.Messages;

/// <summary>Says that a workspace has posts that wait for their stages. It holds no work itself: the rows do.</summary>
/// <param name="Workspace">The workspace.</param>
public sealed record PostsArrived(string Workspace);
