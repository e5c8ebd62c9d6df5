namespace TextSeg.Engine.Tests.Sources;

public sealed class ImplausibleTimesTests
{
    [Fact]
    public void PostsFrom1970And2100AreKeptWithoutATime()
    {
        using var folder = new TemporaryFolder();
        var (posts, _, report) = SourceReading.Read(folder.Write("a.csv", "body,created_at\nwhere is the shelf,1970-01-01\nthe lamp blinks,2100-05-06\nthank you all,2020-01-02\nno idea at all,\nwhat a time,yesterday\n"));
        posts.Count.ShouldBe(5);
        posts.Count(post => post.Time is not null).ShouldBe(1);
        report.ImplausibleTimes.ShouldBe(2);
        report.UnreadableTimes.ShouldBe(1);
        report.Notes().Count().ShouldBe(2);
    }
}
