namespace TextSeg.Engine.Schedules;

/// <summary>Units in which a schedule counts time.</summary>
public enum ScheduleUnit
{
    Hours,
    Days,
    Months,
}

/// <summary>A moment that comes back, in UTC. Months are counted from the start, so that the 31st comes back after a shorter month.</summary>
/// <param name="Every">Units between two, at least 1.</param>
/// <param name="Unit">The unit.</param>
/// <param name="StartAt">The first.</param>
internal readonly record struct Recurrence(int Every, ScheduleUnit Unit, DateTimeOffset StartAt)
{
    private const double HoursOfMonth = 30.4 * 24;

    /// <summary>The first moment after a time.</summary>
    public DateTimeOffset After(DateTimeOffset time)
    {
        if (time < StartAt)
        {
            return StartAt;
        }

        // The estimate is never late: a month is at most 31 days, and two are taken back.
        var hours = (time - StartAt).TotalHours;
        var count = Math.Max(0, (long)(hours / (Every * (Unit switch { ScheduleUnit.Hours => 1, ScheduleUnit.Days => 24, _ => HoursOfMonth }))) - 2);
        while (At(count) <= time)
        {
            count++;
        }

        return At(count);
    }

    private DateTimeOffset At(long count) => Unit switch
    {
        ScheduleUnit.Hours => StartAt.AddHours(count * Every),
        ScheduleUnit.Days => StartAt.AddDays(count * Every),
        _ => StartAt.AddMonths((int)(count * Every)),
    };
}
