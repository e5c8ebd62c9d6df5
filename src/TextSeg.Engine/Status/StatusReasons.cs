using TextSeg.Engine.Hosting;

namespace TextSeg.Engine.Status;

/// <summary>Says what is not well.</summary>
internal static class StatusReasons
{
    /// <summary>One sentence each.</summary>
    public static IEnumerable<string> Of(ServiceStatus status, StatusLimits limits)
    {
        if (!status.IsUp)
        {
            yield return "No process of the service is at work.";
        }

        if (status.FreeBytes < limits.LeastFreeBytes)
        {
            yield return $"The disk of the data folder has {status.FreeBytes >> 20:N0} MiB left.";
        }

        foreach (var workspace in status.Workspaces)
        {
            foreach (var reason in Of(workspace, limits))
            {
                yield return $"{workspace.Name}: {reason}";
            }
        }
    }

    private static IEnumerable<string> Of(WorkspaceStatus workspace, StatusLimits limits)
    {
        if (workspace.Fault is { } fault)
        {
            yield return fault;
        }

        if (workspace.WaitingSeconds > limits.MostWaitingSeconds)
        {
            yield return $"{workspace.Waiting:N0} posts wait for their stages, the first for {workspace.WaitingSeconds / 60:N0} minutes.";
        }

        if (workspace.RunState == RunRequests.Failed)
        {
            yield return $"the last run failed: {workspace.Failure}";
        }

        if (workspace.DeadLetters > 0)
        {
            yield return $"{workspace.DeadLetters:N0} messages failed for good; see dead-letters.";
        }

        foreach (var source in workspace.Sources)
        {
            yield return $"source {source.Name}: {source.Reason}";
        }
    }
}
