using System.Globalization;

namespace TextSeg.Engine.Reports;

/// <summary>The days, weeks, months or years between two times; which of them is chosen so that there are at most some 60, or 120 months.</summary>
internal sealed class ReportPeriods
{
    private readonly List<DateTimeOffset> _starts;

    /// <param name="first">The earliest time.</param>
    /// <param name="last">The latest time.</param>
    /// <param name="isCoarse">Fewer and longer ones, as shares need more posts than counts.</param>
    public ReportPeriods(DateTimeOffset first, DateTimeOffset last, bool isCoarse = false)
    {
        Name = isCoarse ? CoarsePeriodFor(last - first) : PeriodFor(last - first);
        _starts = StartsOf(Name, first, last);
    }

    /// <summary>"day", "week", "month" or "year".</summary>
    public string Name { get; }

    /// <summary>When each begins, the oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> Starts => _starts;

    /// <summary>The period that a time between the two lies in.</summary>
    public int IndexOf(DateTimeOffset time)
    {
        var at = _starts.BinarySearch(time);
        return at >= 0 ? at : ~at - 1;
    }

    private static string PeriodFor(TimeSpan span) => span.TotalDays switch
    {
        <= 60 => "day",
        <= 400 => "week",
        <= 366 * 10 => "month",
        _ => "year",
    };

    private static string CoarsePeriodFor(TimeSpan span) => span.TotalDays switch
    {
        <= 21 => "day",
        <= 180 => "week",
        <= 366 * 4 => "month",
        _ => "year",
    };

    private static List<DateTimeOffset> StartsOf(string period, DateTimeOffset first, DateTimeOffset last)
    {
        var starts = new List<DateTimeOffset>();
        for (var start = StartOf(period, first); start <= last; start = Next(period, start))
        {
            starts.Add(start);
        }

        return starts;
    }

    private static DateTimeOffset StartOf(string period, DateTimeOffset time)
    {
        var day = new DateTimeOffset(time.UtcDateTime.Date, TimeSpan.Zero);
        return period switch
        {
            "day" => day,
            "week" => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
            "month" => day.AddDays(1 - day.Day),
            _ => day.AddDays(1 - CultureInfo.InvariantCulture.Calendar.GetDayOfYear(day.DateTime)),
        };
    }

    private static DateTimeOffset Next(string period, DateTimeOffset start) => period switch
    {
        "day" => start.AddDays(1),
        "week" => start.AddDays(7),
        "month" => start.AddMonths(1),
        _ => start.AddYears(1),
    };
}
