using System.Diagnostics;

namespace TextSeg.Cli.Output;

/// <summary>The most memory this process has held.</summary>
internal static class PeakMemory
{
    /// <summary>In megabytes of 1,048,576 bytes (VmHWM on Linux).</summary>
    public static double Megabytes()
    {
        using var process = Process.GetCurrentProcess();
        return Math.Round(process.PeakWorkingSet64 / 1048576.0, 1);
    }
}
