using TextSeg.Cli.Tests.Scripts;

namespace TextSeg.Cli.Tests.Commands;

public sealed class PullCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void APullTakesWhatIsNewAndTheNextOneNothing()
    {
        var feed = string.Concat(Enumerable.Range(1, 3).Select(i => $"<item><guid>g{i}</guid><title>Shelf {i}</title><description>which screws hold shelf number {i}?</description></item>"));
        _folder.Write("feed.xml", $"<rss version=\"2.0\"><channel>{feed}<item/></channel></rss>");
        using var server = new SmallHub(_folder.Path);
        string[] pull = ["pull", "rss", server.Address + "/shelves/resolve/pinned/feed.xml", "--data", _folder.File("data"), "--source", "shelves"];
        var first = BuiltProgram.Run(pull).ShouldBeGood();
        first.Output.ShouldContain("3 new posts");
        first.Output.ShouldContain("textseg mine --data");
        first.Error.ShouldContain("1 records were rejected");
        var again = BuiltProgram.Run([.. pull, "--json"]).ShouldBeGood().Json;
        (again.GetProperty("added").GetInt32(), again.GetProperty("unchanged").GetInt32()).ShouldBe((0, 3));
    }

    [Fact]
    public void FaultsOfTheAddressAndTheUserAreSaidAtOnce()
    {
        var result = BuiltProgram.Run("pull", "zendesk", "ftp://example.org", "--data", _folder.File("data"));
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("http or https");
        result.Error.ShouldContain("User is empty");
        result.Error.ShouldContain("Token is empty");
        Directory.Exists(_folder.File("data")).ShouldBeFalse("nothing is made before the call is known to be right");
    }
}
