using System.Globalization;
using System.Text.RegularExpressions;

namespace TextSeg.Engine.Sources.Times;

/// <summary>A date of three numbers with the year last, such as 03/04/2018 20:09: which of the first two is the day depends on the writer.</summary>
internal readonly partial record struct NumericDate(int First, int Second, int Year, TimeSpan TimeOfDay, char Separator)
{
    /// <summary>Whether only one reading exists.</summary>
    public bool IsDayFirstForSure => First > 12;

    /// <summary>Whether only one reading exists.</summary>
    public bool IsMonthFirstForSure => Second > 12;

    public static bool TryParse(string value, out NumericDate date)
    {
        date = default;
        var match = Shape().Match(value);
        if (!match.Success)
        {
            return false;
        }

        var year = Number(match.Groups["y"]);
        year += match.Groups["y"].Length == 2 ? (year < 70 ? 2000 : 1900) : 0;
        date = new NumericDate(Number(match.Groups["a"]), Number(match.Groups["b"]), year, TimeOfDayOf(match), match.Groups["s"].Value[0]);
        return date.First is >= 1 and <= 31 && date.Second is >= 1 and <= 31 && (date.First <= 12 || date.Second <= 12);
    }

    /// <summary>The point in time under one reading; the other reading where this one is no date. UTC is assumed.</summary>
    public DateTimeOffset? Read(bool dayFirst)
    {
        var (day, month) = dayFirst ? (First, Second) : (Second, First);
        if (month > 12)
        {
            (day, month) = (month, day);
        }

        return Year >= 1 && day <= DateTime.DaysInMonth(Year, month)
            ? new DateTimeOffset(Year, month, day, 0, 0, 0, TimeSpan.Zero) + TimeOfDay
            : null;
    }

    private static TimeSpan TimeOfDayOf(Match match)
    {
        if (!match.Groups["h"].Success)
        {
            return TimeSpan.Zero;
        }

        var hour = Number(match.Groups["h"]);
        hour = match.Groups["m"].Value.ToUpperInvariant() switch
        {
            "PM" when hour < 12 => hour + 12,
            "AM" when hour == 12 => 0,
            _ => hour,
        };
        var seconds = match.Groups["sec"].Success ? Number(match.Groups["sec"]) : 0;
        return new TimeSpan(Math.Min(hour, 23), Math.Min(Number(match.Groups["min"]), 59), Math.Min(seconds, 59));
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(?<a>\d{1,2})(?<s>[/.\- ])\s?(?<b>\d{1,2})(?:[/.\-]|, ?| )(?<y>\d{4}|\d{2})(?:[ T,]+(?<h>\d{1,2}):(?<min>\d{2})(?::(?<sec>\d{2})(?:[.,]\d+)?)?\s*(?<m>[AaPp][Mm])?)?\s*Z?$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
