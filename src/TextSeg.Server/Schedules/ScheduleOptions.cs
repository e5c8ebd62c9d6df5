using System.Globalization;

namespace TextSeg.Server.Schedules;

/// <summary>When the service does by itself what is due.</summary>
public sealed class ScheduleOptions
{
    /// <summary>Seconds between two looks at which runs are due, 1 to 3,600. Default 30.</summary>
    public int LookEverySeconds { get; set; } = 30;

    /// <summary>When posts are taken out whose time to be kept has ended, hours and minutes in UTC. Default 03:00.</summary>
    public string RetentionAt { get; set; } = "03:00";

    /// <summary>The time of day of <see cref="RetentionAt"/>; null where it is none.</summary>
    public TimeOnly? RetentionTime => TimeOnly.TryParseExact(RetentionAt, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>All faults, each a plain sentence that says what to do.</summary>
    public IEnumerable<string> Faults()
    {
        if (LookEverySeconds is < 1 or > 3_600)
        {
            yield return $"Schedules.LookEverySeconds is {LookEverySeconds}; it must lie between 1 and 3,600.";
        }

        if (RetentionTime is null)
        {
            yield return "Schedules.RetentionAt is no time of day: write hours and minutes, such as 03:00.";
        }
    }
}
