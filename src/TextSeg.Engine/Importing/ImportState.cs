namespace TextSeg.Engine.Importing;

/// <summary>Where an import stands.</summary>
public static class ImportState
{
    public const string Waiting = "waiting";
    public const string Running = "running";
    public const string Finished = "finished";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";

    /// <summary>Whether it is still to be read, wholly or in part.</summary>
    public static bool IsOpen(string state) => state is Waiting or Running;
}
