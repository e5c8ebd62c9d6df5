using System.Diagnostics;

namespace TextSeg.Cli.Tests.Commands;

/// <summary>Ctrl-C, as the terminal sends it.</summary>
public sealed class StopTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task CtrlCEndsWith130AndLeavesNoHalfWrittenFile()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "sends SIGINT with kill");
        var output = _folder.File("sample.jsonl");
        using var program = BuiltProgram.StartToInterrupt("sample", "--members", "500000", "--out", output);
        while (!File.Exists(output + ".part"))
        {
            program.HasExited.ShouldBeFalse();
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        using var kill = Process.Start("kill", ["-INT", $"{program.Id}"]);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        program.ExitCode.ShouldBe(130);
        Directory.GetFiles(_folder.Path).ShouldBeEmpty();
    }
}
