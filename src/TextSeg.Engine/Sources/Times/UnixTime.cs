using System.Globalization;

namespace TextSeg.Engine.Sources.Times;

/// <summary>Times counted in seconds, milliseconds or microseconds since 1970, told apart by their size.</summary>
internal static class UnixTime
{
    private const double MaxSeconds = 1e10;
    private const double MaxMilliseconds = 1e14;

    /// <summary>Whether a number has the size of a recent time: from 1973 in seconds, milliseconds or microseconds.</summary>
    public static bool IsLikely(string value) => TryNumber(value, out var number) && number >= 1e8;

    public static bool TryRead(string value, out DateTimeOffset time)
    {
        time = default;
        if (!TryNumber(value, out var number) || number < 0 || number > 1e17)
        {
            return false;
        }

        var milliseconds = number switch
        {
            < MaxSeconds => number * 1000,
            < MaxMilliseconds => number,
            _ => number / 1000,
        };
        if (milliseconds > 250_000_000_000_000)
        {
            return false;
        }

        time = DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds);
        return true;
    }

    private static bool TryNumber(string value, out double number) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out number);
}
