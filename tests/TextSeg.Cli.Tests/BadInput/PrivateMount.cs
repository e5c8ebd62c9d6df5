using System.Diagnostics;

namespace TextSeg.Cli.Tests.BadInput;

/// <summary>
/// Runs the program where a folder is a small disk of its own, or cannot be written. The mount is seen by that process alone
/// and ends with it, and needs no right but that of making a user namespace.
/// </summary>
internal static class PrivateMount
{
    private const string Small = "mount -t tmpfs -o size=$0k none \"$1\"";
    private const string ReadOnly = "mount --bind \"$1\" \"$1\" && mount -o remount,ro,bind \"$1\"";

    /// <summary>The folder is an empty disk of that size.</summary>
    public static ProgramResult RunOnSmallDisk(string folder, int kilobytes, params string[] arguments) => Run(Small, $"{kilobytes}", folder, arguments);

    /// <summary>The folder is as it is, and nobody may write there.</summary>
    public static ProgramResult RunWithReadOnly(string folder, params string[] arguments) => Run(ReadOnly, "", folder, arguments);

    private static ProgramResult Run(string mount, string size, string folder, string[] arguments)
    {
        Directory.CreateDirectory(folder);
        SkipUnlessPossible(mount, folder);
        return BuiltProgram.RunThrough("unshare", ["--map-root-user", "--mount", "sh", "-c", mount + " && shift && exec \"$@\"", size, folder], arguments);
    }

    private static void SkipUnlessPossible(string mount, string folder)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "mounts with unshare, which is Linux only");
        using var trial = Process.Start(new ProcessStartInfo("unshare", ["--map-root-user", "--mount", "sh", "-c", mount, "1000", folder]) { RedirectStandardError = true })!;
        trial.WaitForExit();
        Assert.SkipUnless(trial.ExitCode == 0, "this machine lets no process mount a folder for itself");
    }
}
