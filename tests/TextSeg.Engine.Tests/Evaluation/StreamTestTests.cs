using TextSeg.Engine.Evaluation;
using TextSeg.Engine.Sources;

namespace TextSeg.Engine.Tests.Evaluation;

public sealed class StreamTestTests : IDisposable
{
    private readonly SmallCommunity _community = new();

    public void Dispose() => _community.Dispose();

    [Fact]
    public async Task EveryPostOfAStreamGetsAllResultsExactlyOnce()
    {
        var posts = new List<RawPost>();
        var source = new SourceOpener(new SourceOptions(), new FixedClock()).Open(InputFinder.Find([_community.WritePosts(500)]).Single());
        await foreach (var row in source.ReadAsync(CancellationToken.None))
        {
            posts.Add(row.Post!);
        }

        var figures = await new StreamTest(_community.Tools(new WordHashEncoder()), _community.Options, TimeProvider.System).RunAsync(posts, 200, 1_000, null, CancellationToken.None);
        (figures.Mined, figures.Streamed, figures.Whole).ShouldBe((200, 300, 300));
        figures.P95.ShouldBeInRange(figures.Median, figures.Longest);
    }
}
