namespace TextSeg.Engine.Sources.Times;

/// <summary>
/// Reads the times of one column, in whatever mix of formats they are. Whether the day or the month comes first in dates like
/// 03/04/2018 is decided once for the column: by values that have one reading only, else by the reading that spans less time.
/// Not thread-safe: the format that worked last is tried first.
/// </summary>
public sealed class TimeReader
{
    private const double ClearlyShorter = 1.5;
    private readonly bool _dayFirst;
    private readonly bool _unix;
    private string _lastFormat = TimeFormats.All[0];

    private TimeReader(bool dayFirst, bool isDayOrderGuessed, bool unix)
    {
        (_dayFirst, IsDayOrderGuessed, _unix) = (dayFirst, isDayOrderGuessed, unix);
    }

    /// <summary>Share of the sample that could be read, 0 to 1.</summary>
    public double Rate { get; private set; }

    /// <summary>True when nothing in the sample tells the day from the month; then the month is read first.</summary>
    public bool IsDayOrderGuessed { get; }

    /// <summary>Learns from some values of the column.</summary>
    public static TimeReader Learn(IReadOnlyCollection<string> sample)
    {
        var dates = sample.Where(TimeFormats.MayBe).Select(value => NumericDate.TryParse(value, out var date) ? date : (NumericDate?)null)
            .OfType<NumericDate>().ToArray();
        var (dayFirst, guessed) = DecideDayOrder(dates);
        var unix = sample.Count > 0 && sample.Count(UnixTime.IsLikely) * 2 > sample.Count;
        var reader = new TimeReader(dayFirst, guessed, unix);
        reader.Rate = sample.Count == 0 ? 0 : (double)sample.Count(value => reader.TryRead(value, out _)) / sample.Count;
        return reader;
    }

    /// <summary>Reads one value.</summary>
    public bool TryRead(string value, out DateTimeOffset time)
    {
        time = default;
        if (_unix && UnixTime.TryRead(value, out time))
        {
            return true;
        }

        if (!TimeFormats.MayBe(value))
        {
            return false;
        }

        if (TimeFormats.TryRead(value, _lastFormat, out time))
        {
            return true;
        }

        if (NumericDate.TryParse(value, out var date) && date.Read(_dayFirst) is { } read)
        {
            time = read;
            return true;
        }

        return TryAllFormats(value, out time) || (UnixTime.IsLikely(value) && UnixTime.TryRead(value, out time));
    }

    private bool TryAllFormats(string value, out DateTimeOffset time)
    {
        foreach (var format in TimeFormats.All)
        {
            if (TimeFormats.TryRead(value, format, out time))
            {
                _lastFormat = format;
                return true;
            }
        }

        time = default;
        return false;
    }

    private static (bool DayFirst, bool Guessed) DecideDayOrder(NumericDate[] dates)
    {
        var dayFirst = dates.Count(date => date.IsDayFirstForSure);
        var monthFirst = dates.Count(date => date.IsMonthFirstForSure);
        if (dayFirst != monthFirst)
        {
            return (dayFirst > monthFirst, false);
        }

        if (dates.Length > 0 && dates.All(date => date.Separator == '.'))
        {
            return (true, false);
        }

        var (spanOfDayFirst, spanOfMonthFirst) = (Span(dates, true), Span(dates, false));
        if (spanOfMonthFirst > spanOfDayFirst * ClearlyShorter)
        {
            return (true, false);
        }

        return (false, dates.Length > 0 && spanOfDayFirst <= spanOfMonthFirst * ClearlyShorter);
    }

    private static TimeSpan Span(NumericDate[] dates, bool dayFirst)
    {
        var times = dates.Select(date => date.Read(dayFirst)).OfType<DateTimeOffset>().ToArray();
        return times.Length == 0 ? TimeSpan.Zero : times.Max() - times.Min();
    }
}
