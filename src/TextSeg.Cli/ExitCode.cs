namespace TextSeg.Cli;

/// <summary>What the command answers to the shell.</summary>
internal static class ExitCode
{
    public const int Good = 0;

    /// <summary>The job failed; the reason is on standard error.</summary>
    public const int Failed = 1;

    /// <summary>The command was used wrongly; what is wrong is on standard error.</summary>
    public const int WrongUse = 2;

    /// <summary>The service works, and something is not well.</summary>
    public const int NotWell = 3;

    /// <summary>Stopped by Ctrl-C; what was finished is kept.</summary>
    public const int Stopped = 130;
}
