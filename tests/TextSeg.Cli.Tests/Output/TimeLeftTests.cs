using TextSeg.Cli.Output;
using TextSeg.Mining;

namespace TextSeg.Cli.Tests.Output;

public sealed class TimeLeftTests
{
    private readonly HandClock _clock = new();
    private readonly TimeLeft _left;

    public TimeLeftTests() => _left = new TimeLeft(_clock, [("clean", 20), ("encode", 30), ("neighbours", 50)]);

    [Fact]
    public void TimeLeftIsWhatThePlanHoldsAtThePaceSoFar()
    {
        After(0, "clean", 0, 100).ShouldBeNull("nothing is done yet");
        After(10, "clean", 50, 100).ShouldBe(TimeSpan.FromSeconds(90));
        After(10, "encode", 0, 100).ShouldBe(TimeSpan.FromSeconds(80));
        After(60, "encode", 100, 100).ShouldBe(TimeSpan.FromSeconds(80), "encoding took twice as long as planned");
        After(80, "neighbours", 7, 7).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void StagesThatAnEarlierRunFinishedDoNotCount()
    {
        After(0, "neighbours", 0, 10).ShouldBeNull();
        After(5, "neighbours", 5, 10).ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void AStageThatIsNotInThePlanIsNotJudged() => After(5, "invent", 1, 2).ShouldBeNull();

    private TimeSpan? After(int seconds, string stage, long done, long total)
    {
        _clock.Pass(seconds);
        return _left.After(new StageProgress(stage, done, total));
    }
}
