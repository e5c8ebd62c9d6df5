using System.Diagnostics;
using Xunit;

namespace TextSeg.Testing;

/// <summary>A PostgreSQL server of one test's own, to be stopped, killed and started again; gone when it is disposed of. See scripts/postgres-node.</summary>
public sealed class PostgreSqlNode : IAsyncDisposable
{
    private const int NotInstalled = 3;
    private readonly string _folder;

    private PostgreSqlNode(string folder, string address) => (_folder, Address) = (folder, address);

    /// <summary>Its address, as the settings take it.</summary>
    public string Address { get; }

    /// <summary>Makes and starts one; the running test is skipped, visibly, where PostgreSQL is not installed.</summary>
    public static async Task<PostgreSqlNode> StartOrSkipAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell");
        var (code, output) = await RunAsync("make");
        Assert.SkipWhen(code == NotInstalled, "needs PostgreSQL: scripts/setup tests installs it");
        Assert.Equal(0, code);
        var parts = output.Trim().Split(' ');
        return new PostgreSqlNode(parts[0], parts[1]);
    }

    /// <summary>Starts it again; it answers when this returns.</summary>
    public Task StartAsync() => DoAsync("start");

    /// <summary>Ends it in order, connections with it.</summary>
    public Task StopAsync() => DoAsync("stop");

    /// <summary>kill -9.</summary>
    public Task KillAsync() => DoAsync("kill");

    public async ValueTask DisposeAsync() => await DoAsync("remove");

    private async Task DoAsync(string verb) => Assert.Equal(0, (await RunAsync(verb, _folder)).Code);

    private static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Repository.PathOf("scripts/postgres-node"), arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
