using System.Diagnostics;
using System.Text.Json;

namespace TextSeg.Cli.Tests;

/// <summary>Runs the program as it was built beside these tests.</summary>
internal static class BuiltProgram
{
    /// <summary>artifacts/bin/PROJECT/CONFIGURATION: the tests' own configuration is the last part of their folder.</summary>
    internal static readonly string Path = Repository.PathOf(System.IO.Path.Combine(
        "artifacts", "bin", "TextSeg.Cli", new DirectoryInfo(AppContext.BaseDirectory).Name, OperatingSystem.IsWindows() ? "textseg.exe" : "textseg"));

    public static ProgramResult Run(params string[] arguments) => Run(input: null, arguments);

    /// <summary>Runs to the end, with text on standard input where given.</summary>
    public static ProgramResult Run(string? input, string[] arguments) => ToTheEnd(Start(Path, arguments), input);

    /// <summary>Runs to the end inside another program, such as unshare, which is given the path of this one and its arguments last.</summary>
    public static ProgramResult RunThrough(string outer, string[] outerArguments, string[] arguments) => ToTheEnd(Start(outer, [.. outerArguments, Path, .. arguments]), input: null);

    /// <summary>Starts it; the caller waits and disposes.</summary>
    public static Process Start(params string[] arguments) => Start(Path, arguments);

    /// <summary>Starts it so that it hears Ctrl-C even where this process was told to ignore it, as shells tell what they start in the background.</summary>
    public static Process StartToInterrupt(params string[] arguments) =>
        OperatingSystem.IsLinux() ? Start("env", ["--default-signal=INT", Path, .. arguments]) : Start(Path, arguments);

    /// <summary>Starts it with variables of its own; the caller waits and disposes.</summary>
    public static Process StartWith(IReadOnlyDictionary<string, string> environment, params string[] arguments) => Start(Path, arguments, environment);

    /// <summary>Runs to the end with variables of its own.</summary>
    public static ProgramResult RunWith(IReadOnlyDictionary<string, string> environment, params string[] arguments) => ToTheEnd(Start(Path, arguments, environment), input: null);

    private static Process Start(string program, string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };

        // Models that the person at this machine has added must not show in a test.
        start.Environment["XDG_DATA_HOME"] = System.IO.Path.Combine(AppContext.BaseDirectory, "data-home");
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Waits for the end of a program that was started with its streams redirected.</summary>
    internal static ProgramResult ToTheEnd(Process started, string? input)
    {
        using var process = started;
        process.StandardInput.Write(input ?? "");
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new ProgramResult(process.ExitCode, output, error.Result);
    }
}

/// <summary>What a run of the program left.</summary>
internal sealed record ProgramResult(int ExitCode, string Output, string Error)
{
    /// <summary>Standard output as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>This, when the run went well; else its errors are shown.</summary>
    public ProgramResult ShouldBeGood()
    {
        ExitCode.ShouldBe(0, Error);
        return this;
    }
}
