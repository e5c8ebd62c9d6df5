using System.Text.Json;

namespace TextSeg.Cli.Tests.Commands;

public sealed class SampleCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheSameSeedGivesTheSameBytesAndTheTruthBeside()
    {
        var (first, second, truth) = (_folder.File("a.jsonl"), _folder.File("b.jsonl"), _folder.File("truth.jsonl"));
        BuiltProgram.Run("sample", "--members", "50", "--posts", "200", "--seed", "3", "--out", first, "--truth", truth).ShouldBeGood();
        var facts = BuiltProgram.Run("sample", "--members", "50", "--posts", "200", "--seed", "3", "--out", second, "--json").ShouldBeGood().Json;
        File.ReadAllBytes(second).ShouldBe(File.ReadAllBytes(first));
        File.ReadAllLines(first).Length.ShouldBe(200);
        facts.GetProperty("posts").GetInt32().ShouldBe(200);
        File.ReadAllLines(truth).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("record").GetString()).ShouldContain("segment");
    }

    [Fact]
    public void AllFaultsAreSaidAtOnce()
    {
        var result = BuiltProgram.Run("sample", "--members", "10", "--languages", "xx", "--out", _folder.File("a.jsonl"));
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("Members is 10");
        result.Error.ShouldContain("'xx'");
    }
}
