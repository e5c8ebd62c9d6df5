using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Hosting;

/// <summary>How much waits in a workspace.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Posts">Posts that wait for their stages.</param>
/// <param name="Since">When the first of them came; null where none waits, or all are of an unfinished mining.</param>
public sealed record WaitingWork(string Workspace, long Posts, DateTimeOffset? Since)
{
    /// <summary>Looks how much waits.</summary>
    public static WaitingWork Read(string name, Workspace workspace) => workspace.Connection.Query(
        "SELECT COUNT(*), MIN(NULLIF(Since, 0)) FROM Waiting",
        row => new WaitingWork(name, row.GetInt64(0), row.Number(1) is { } since ? DateTimeOffset.FromUnixTimeMilliseconds(since) : null)).Single();
}
