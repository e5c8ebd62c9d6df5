namespace TextSeg.Engine.Sources.Health;

/// <summary>How a source is.</summary>
public enum SourceState
{
    /// <summary>It has come too seldom to have a rhythm.</summary>
    Unknown,

    /// <summary>It comes as it is used to.</summary>
    Well,

    /// <summary>Nothing came for far longer than its own rhythm explains.</summary>
    Silent,

    /// <summary>Much of what comes cannot be taken.</summary>
    Rejecting,
}

/// <summary>How much came in one hour, counted from 1970 in UTC.</summary>
internal readonly record struct Arrival(long Hour, long Posts, long Rejected);

/// <summary>How a source is, by what came from it.</summary>
/// <param name="State">How it is.</param>
/// <param name="LastArrival">The hour in which something came last; null where that is not known.</param>
/// <param name="Reason">One sentence, where it is not well.</param>
public sealed record SourceHealth(SourceState State, DateTimeOffset? LastArrival, string? Reason)
{
    /// <summary>Hours of a source's past that are looked at: eight weeks.</summary>
    internal const int HoursKept = 8 * 7 * 24;

    private const int SecondsOfHour = 3_600;
    private const int HoursOfRejections = 7 * 24;
    private const int FewestRejected = 10;
    private const double RejectedShare = 0.1;
    private const double OneSided99 = 2.326;

    /// <summary>Looks at a source.</summary>
    /// <param name="arrivals">What came, by hour, in order; hours of nothing left out.</param>
    /// <param name="now">The hour it is, counted from 1970 in UTC.</param>
    internal static SourceHealth Of(IReadOnlyList<Arrival> arrivals, long now)
    {
        var came = arrivals.Where(arrival => arrival.Posts > 0 && arrival.Hour >= now - HoursKept).Select(arrival => arrival.Hour).ToArray();
        var last = arrivals.Count == 0 ? (DateTimeOffset?)null : DateTimeOffset.FromUnixTimeSeconds(arrivals[^1].Hour * SecondsOfHour);
        var test = SilenceTest.Of(came, now);
        if (test is { IsSilent: true })
        {
            return new SourceHealth(
                SourceState.Silent, last,
                $"Nothing came for {now - came[^1]:N0} hours, in which {test.Expected:N0} arrivals would be usual; it was never silent for more than {test.LongestGap:N0} hours.");
        }

        return Rejections([.. arrivals.Where(arrival => arrival.Hour > now - HoursOfRejections)]) is { } reason
            ? new SourceHealth(SourceState.Rejecting, last, reason)
            : new SourceHealth(test is null ? SourceState.Unknown : SourceState.Well, last, null);
    }

    // The lower end of Wilson's interval (1927), so that two wrong rows of three are no alarm.
    private static string? Rejections(Arrival[] arrivals)
    {
        var (rejected, all) = (arrivals.Sum(arrival => arrival.Rejected), arrivals.Sum(arrival => arrival.Posts + arrival.Rejected));
        if (rejected < FewestRejected)
        {
            return null;
        }

        var (share, z2) = (rejected / (double)all, OneSided99 * OneSided99);
        var lower = (share + (z2 / (2 * all)) - (OneSided99 * Math.Sqrt(((share * (1 - share)) + (z2 / (4 * all))) / all))) / (1 + (z2 / all));
        return lower > RejectedShare ? $"{rejected:N0} of {all:N0} records of the last seven days could not be taken; look at their reasons." : null;
    }
}
