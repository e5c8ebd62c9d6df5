namespace TextSeg.Engine.Sources.Pulling.Fetching;

/// <summary>How a server is asked.</summary>
public sealed class FetchOptions
{
    /// <summary>How often one page is asked for before it is given up. 1 to 20, default 5.</summary>
    public int Attempts { get; set; } = 5;

    /// <summary>Wait before the second attempt; each later one is about twice as long, with jitter. 0 to 10 minutes, default 1 second.</summary>
    public TimeSpan FirstWait { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between two attempts. A server that asks (Retry-After) for a longer one is left alone until the next pull. 0 to 1 hour, default 5 minutes.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Time for one answer, from the request to its last byte. 1 second to 1 hour, default 1 minute.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Bytes of one answer at most, unpacked. 1,000 to 1,000,000,000, default 32 million.</summary>
    public int MostBytes { get; set; } = 32_000_000;

    /// <summary>Whether addresses may lead into private networks and to this machine. Default true: who runs the command line could ask them anyway.</summary>
    public bool AllowPrivateAddresses { get; set; } = true;

    /// <summary>All faults, each a plain sentence; empty when the options are good.</summary>
    public IEnumerable<string> Faults()
    {
        if (Attempts is < 1 or > 20)
        {
            yield return $"Attempts is {Attempts}; it must lie between 1 and 20.";
        }

        if (FirstWait < TimeSpan.Zero || FirstWait > TimeSpan.FromMinutes(10))
        {
            yield return $"FirstWait is {FirstWait}; it must lie between 0 and 10 minutes.";
        }

        if (LongestWait < TimeSpan.Zero || LongestWait > TimeSpan.FromHours(1))
        {
            yield return $"LongestWait is {LongestWait}; it must lie between 0 and 1 hour.";
        }

        if (Timeout < TimeSpan.FromSeconds(1) || Timeout > TimeSpan.FromHours(1))
        {
            yield return $"Timeout is {Timeout}; it must lie between 1 second and 1 hour.";
        }

        if (MostBytes is < 1_000 or > 1_000_000_000)
        {
            yield return $"MostBytes is {MostBytes}; it must lie between 1,000 and 1,000,000,000.";
        }
    }
}
