using System.Globalization;

namespace TextSeg.Engine.Sources.Times;

/// <summary>Times as programs write them: ISO 8601, or the form of mail headers (RFC 5322). Without an offset they are UTC.</summary>
internal static class WrittenTime
{
    /// <summary>The time; null when absent, unreadable or implausible.</summary>
    public static DateTimeOffset? Read(string? value, TimeWindow window) =>
        DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var time) && window.Contains(time)
            ? time
            : null;
}
