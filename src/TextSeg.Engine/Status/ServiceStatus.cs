using TextSeg.Engine.Sources.Health;

namespace TextSeg.Engine.Status;

/// <summary>How the whole service is, on one screen.</summary>
/// <param name="Version">Version of the program that tells it.</param>
/// <param name="Processes">Processes at work by what they do ("serve", "worker"). One that was killed counts for up to two minutes.</param>
/// <param name="FreeBytes">Room on the disk of the data folder.</param>
/// <param name="DataBytes">Room that the data folder takes.</param>
/// <param name="Workspaces">The workspaces, by name.</param>
/// <param name="Reasons">What is not well, one sentence each; empty where all is.</param>
public sealed record ServiceStatus(string Version, IReadOnlyDictionary<string, int> Processes, long FreeBytes, long DataBytes, IReadOnlyList<WorkspaceStatus> Workspaces, IReadOnlyList<string> Reasons)
{
    /// <summary>Whether some process is at work.</summary>
    public bool IsUp => Processes.Count > 0;
}

/// <summary>How a workspace is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Posts">Posts in it.</param>
/// <param name="Waiting">Posts that wait for their stages.</param>
/// <param name="WaitingSeconds">How long the first of them has waited.</param>
/// <param name="LastRunAt">When the run that readers see was finished; null before the first.</param>
/// <param name="LastRunSeconds">How long it took.</param>
/// <param name="RunState">The newest request for a run: waiting, running, finished or failed; null for none.</param>
/// <param name="RunStage">The stage it is at.</param>
/// <param name="Failure">Why it failed, one sentence.</param>
/// <param name="NextRunAt">When the schedule asks for the next run; null where no time is set.</param>
/// <param name="DeadLetters">Messages that failed for good.</param>
/// <param name="Sources">Sources that are not well.</param>
/// <param name="Fault">Why it could not be read; null where it could.</param>
public sealed record WorkspaceStatus(
    string Name, long Posts, long Waiting, double WaitingSeconds, DateTimeOffset? LastRunAt, double? LastRunSeconds, string? RunState, string? RunStage, string? Failure, DateTimeOffset? NextRunAt,
    int DeadLetters, IReadOnlyList<SourceNote> Sources, string? Fault = null);

/// <summary>A source that is not well.</summary>
public sealed record SourceNote(string Name, SourceState State, string Reason);

/// <summary>From when on something is not well.</summary>
/// <param name="MostWaitingSeconds">Seconds that a post may wait.</param>
/// <param name="LeastFreeBytes">Room that the disk must have.</param>
public sealed record StatusLimits(int MostWaitingSeconds, long LeastFreeBytes);
