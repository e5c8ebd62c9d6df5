using TextSeg.Server.Schedules;

namespace TextSeg.Server.Tests.Schedules;

public sealed class RetentionNightTests
{
    [Theory]
    [InlineData("2024-06-02T03:00:00Z", "2024-06-02T03:00:00Z")]
    [InlineData("2024-06-02T02:59:59Z", "2024-06-01T03:00:00Z")]
    [InlineData("2024-06-02T23:00:00Z", "2024-06-02T03:00:00Z")]
    public void LastNightIsTheLastTimeOfThatHour(string now, string night) =>
        RetentionJob.LastNight(DateTimeOffset.Parse(now, null), new TimeOnly(3, 0)).ShouldBe(DateTimeOffset.Parse(night, null));

    [Fact]
    public void AllFaultsOfTheOptionsAreToldAtOnce()
    {
        new ScheduleOptions().Faults().ShouldBeEmpty();
        new ScheduleOptions { LookEverySeconds = 0, RetentionAt = "3 o'clock" }.Faults().Count().ShouldBe(2);
    }
}
