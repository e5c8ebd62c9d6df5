namespace TextSeg.Engine.Schedules;

/// <summary>When a workspace's structure is to be found anew by itself: after so many new posts, after some time, or whichever comes first.</summary>
/// <param name="Posts">New posts, 1 to 100,000,000; null for never by posts.</param>
/// <param name="Every">Units of time, 1 to 1,000; null for never by time.</param>
/// <param name="Unit">The unit of time; null where no time is set.</param>
/// <param name="StartAt">From when on time is counted; null for the moment it is set.</param>
public sealed record WantedSchedule(int? Posts, int? Every, ScheduleUnit? Unit, DateTimeOffset? StartAt)
{
    /// <summary>All faults, each a plain sentence that says what to do.</summary>
    public IEnumerable<string> Faults()
    {
        if (Posts is null && Every is null)
        {
            yield return "Say after how many new posts (posts), or after how much time (every and unit).";
        }

        if (Posts is < 1 or > 100_000_000)
        {
            yield return "posts must lie between 1 and 100,000,000.";
        }

        if (Every is < 1 or > 1_000)
        {
            yield return "every must lie between 1 and 1,000.";
        }

        if (Every is null != Unit is null)
        {
            yield return "every and unit (hours, days or months) belong together.";
        }
    }
}

/// <summary>A schedule and where it stands.</summary>
/// <param name="Posts">New posts after which a run is asked for; null for never by posts.</param>
/// <param name="Every">Units of time after which one is asked for; null for never by time.</param>
/// <param name="Unit">The unit of time.</param>
/// <param name="StartAt">From when on time is counted.</param>
/// <param name="NextAt">When its time comes next; null where only posts count.</param>
/// <param name="FiredAt">When it asked for a run last; null for never.</param>
/// <param name="NewPosts">Posts that came since the last run.</param>
public sealed record RefreshSchedule(int? Posts, int? Every, ScheduleUnit? Unit, DateTimeOffset StartAt, DateTimeOffset? NextAt, DateTimeOffset? FiredAt, long NewPosts);
