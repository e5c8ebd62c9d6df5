using TextSeg.Engine.Schedules;

namespace TextSeg.Engine.Tests.Schedules;

public sealed class RecurrenceTests
{
    private static readonly DateTimeOffset Start = new(2024, 1, 31, 6, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, ScheduleUnit.Hours, "2024-01-31T06:00:00Z", "2024-01-31T07:00:00Z")]
    [InlineData(6, ScheduleUnit.Hours, "2024-02-01T05:59:59Z", "2024-02-01T06:00:00Z")]
    [InlineData(2, ScheduleUnit.Days, "2024-02-03T06:00:00Z", "2024-02-04T06:00:00Z")]
    [InlineData(1, ScheduleUnit.Months, "2024-02-10T00:00:00Z", "2024-02-29T06:00:00Z")]
    [InlineData(1, ScheduleUnit.Months, "2024-02-29T06:00:00Z", "2024-03-31T06:00:00Z")]
    [InlineData(3, ScheduleUnit.Months, "2031-12-01T00:00:00Z", "2032-01-31T06:00:00Z")]
    [InlineData(1, ScheduleUnit.Hours, "2124-02-01T05:59:59Z", "2124-02-01T06:00:00Z")]
    public void TheNextMomentIsTheFirstOneAfterATime(int every, ScheduleUnit unit, string time, string next) =>
        new Recurrence(every, unit, Start).After(DateTimeOffset.Parse(time, null)).ShouldBe(DateTimeOffset.Parse(next, null));

    [Fact]
    public void BeforeTheStartItIsTheStart() => new Recurrence(1, ScheduleUnit.Days, Start).After(Start.AddYears(-1)).ShouldBe(Start);
}
