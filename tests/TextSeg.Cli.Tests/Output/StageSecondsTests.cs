using TextSeg.Cli.Output;
using TextSeg.Mining;

namespace TextSeg.Cli.Tests.Output;

public sealed class StageSecondsTests
{
    private readonly HandClock _clock = new();
    private readonly StageSeconds _seconds;

    public StageSecondsTests() => _seconds = new StageSeconds(_clock, new Nobody());

    [Fact]
    public void TimeBeforeAReportBelongsToTheStageThatWasWorking()
    {
        After(2, "encode", 50, 100);
        After(3, "encode", 100, 100);
        After(4, "resolutions", 0, 4);
        After(5, "consensus", 2, 4);
        After(6, "consensus", 4, 4);
        _clock.Pass(1);
        _seconds.Read().ShouldBe(new Dictionary<string, double> { ["encode"] = 5, ["resolutions"] = 9, ["consensus"] = 7 });
    }

    [Fact]
    public void ALateReportOfAFinishedStageDoesNotReopenIt()
    {
        After(1, "encode", 100, 100);
        After(0, "encode", 90, 100);
        After(2, "neighbours", 10, 10);
        _seconds.Read()["neighbours"].ShouldBe(2);
    }

    private void After(int seconds, string stage, long done, long total)
    {
        _clock.Pass(seconds);
        _seconds.Report(new StageProgress(stage, done, total));
    }

    private sealed class Nobody : IProgress<StageProgress>
    {
        public void Report(StageProgress value)
        {
        }
    }
}
