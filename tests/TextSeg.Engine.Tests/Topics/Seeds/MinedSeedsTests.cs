using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Topics.Seeds;

namespace TextSeg.Engine.Tests.Topics.Seeds;

public sealed class MinedSeedsTests : IDisposable
{
    private readonly SmallCommunity _community = new();

    public void Dispose() => _community.Dispose();

    [Fact]
    public async Task ADescribedTopicKeepsItsNameAndIsRemembered()
    {
        _community.Options.Seeds =
        [
            new SeedEntry("Lights", ["a question about the lamp, the bulb, the light and the switch that blinks in the dark", "the dark lamp blinks, bulb and light switch"]),
            new SeedEntry("Space travel", ["rocket orbit astronaut"]),
        ];
        var (_, run) = await _community.MineAsync([_community.WritePosts(300)]);
        run.EmptySeeds.ShouldBe(["Space travel"]);
        Names().ShouldContain("Lights");
        Names().ShouldNotContain("Space travel");
        _community.Options.Seeds = null;
        await _community.MineAsync([_community.WritePosts(340)]);
        Names().ShouldContain("Lights");
        _community.Options.Seeds = [];
        var (_, free) = await _community.MineAsync([_community.WritePosts(341)]);
        (free.SeedTopics, free.EmptySeeds.Count).ShouldBe(("", 0));
        Names().ShouldNotContain("Lights");
    }

    private List<string> Names()
    {
        using var workspace = _community.OpenToRead();
        return [.. new TopicQueries(workspace).AtReaderLevel().Select(topic => topic.Name)];
    }
}
