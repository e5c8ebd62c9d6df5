using System.Globalization;

namespace TextSeg.Engine.Sources.Times;

/// <summary>Written times with one reading only. Times without an offset are taken as UTC.</summary>
internal static class TimeFormats
{
    private static readonly string[] Days =
        ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy'年'M'月'd'日'", "d MMM yyyy", "d MMMM yyyy", "d-MMM-yyyy", "MMM d, yyyy", "MMMM d, yyyy", "MMM d yyyy", "d. MMMM yyyy"];

    private static readonly string[] Clocks =
        ["H:mm:ss", "H:mm", "H:mm:ss.FFFFFFF", "H:mm:ss zzz", "H:mm:sszzz", "H:mm:ssK", "H:mm:ss.FFFFFFFK", "H:mm:ss 'UTC'", "H:mm:ss 'GMT'", "h:mm:ss tt", "h:mm tt"];

    private static readonly string[] Whole =
    [
        "yyyyMMdd", "yyyyMMddHHmmss", "yyyyMMdd'T'HHmmssK",
        "ddd MMM d HH:mm:ss zzz yyyy", "ddd MMM d HH:mm:ss 'UTC' yyyy", "ddd MMM d HH:mm:ss yyyy",
        "ddd, d MMM yyyy HH:mm:ss 'GMT'", "ddd, d MMM yyyy HH:mm:ss 'UTC'", "ddd, d MMM yyyy HH:mm:ss zzz",
    ];

    /// <summary>All formats, the usual first.</summary>
    public static readonly IReadOnlyList<string> All = [.. Combine(), .. Days, .. Whole];

    /// <summary>Whether a value may be a time at all; keeps the costly attempts off ordinary text.</summary>
    public static bool MayBe(string value)
    {
        if (value.Length is < 6 or > 40)
        {
            return false;
        }

        var digits = value.Count(char.IsAsciiDigit);
        return digits >= 4 && digits * 4 >= value.Length;
    }

    public static bool TryRead(string value, string format, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        value, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out time);

    private static IEnumerable<string> Combine()
    {
        foreach (var day in Days)
        {
            foreach (var clock in Clocks)
            {
                yield return $"{day}'T'{clock}";
                yield return $"{day} {clock}";
            }
        }
    }
}
