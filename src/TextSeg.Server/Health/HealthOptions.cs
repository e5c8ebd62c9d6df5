using TextSeg.Engine.Status;

namespace TextSeg.Server.Health;

/// <summary>From when on the service says that it is not well.</summary>
public sealed class HealthOptions
{
    /// <summary>Seconds that a post may wait for its stages, 1 to 86,400. Default 600.</summary>
    public int MostWaitingSeconds { get; set; } = 600;

    /// <summary>Room that the disk of the data folder must have, in MiB, 1 to 1,048,576; a tenth of it is too little to work. Default 1,024.</summary>
    public int LeastFreeMebibytes { get; set; } = 1_024;

    /// <summary>The same, as the status heeds it.</summary>
    public StatusLimits Limits => new(MostWaitingSeconds, (long)LeastFreeMebibytes << 20);

    /// <summary>All faults, each a plain sentence that says what to do.</summary>
    public IEnumerable<string> Faults()
    {
        if (MostWaitingSeconds is < 1 or > 86_400)
        {
            yield return $"Health.MostWaitingSeconds is {MostWaitingSeconds}; it must lie between 1 and 86,400.";
        }

        if (LeastFreeMebibytes is < 1 or > 1_048_576)
        {
            yield return $"Health.LeastFreeMebibytes is {LeastFreeMebibytes}; it must lie between 1 and 1,048,576.";
        }
    }
}
