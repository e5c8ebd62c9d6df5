namespace TextSeg.Engine.Sources.Health;

/// <summary>
/// Whether a silence is longer than a source's own rhythm explains: a test of no event where a Poisson process expects some, its rate by the hour of the week or of the day, and
/// widened where days differ more than a Poisson process lets them (quasi-likelihood, McCullagh and Nelder 1989, section 4.5).
/// </summary>
/// <param name="Expected">Hours of arrival that the silence would usually have held.</param>
/// <param name="Chance">How likely such a silence is, 0 to 1.</param>
/// <param name="LongestGap">The longest silence before, in hours.</param>
internal sealed record SilenceTest(double Expected, double Chance, long LongestGap)
{
    private const int FewestArrivals = 12;
    private const int HoursOfDay = 24;
    private const int HoursOfWeek = 168;
    private const int FewestTurns = 3;
    private const double Prior = 2;

    // A source is looked at some thousand times a year.
    private const double Rare = 0.0001;

    /// <summary>Whether the source is to be looked at.</summary>
    public bool IsSilent => Chance < Rare;

    /// <summary>Tests the silence after the last arrival.</summary>
    /// <param name="hours">Hours in which something came, rising.</param>
    /// <param name="now">The hour it is; it is not over and does not count.</param>
    /// <returns>Null where too little came to tell a rhythm.</returns>
    public static SilenceTest? Of(long[] hours, long now)
    {
        if (hours.Length < FewestArrivals || hours[^1] - hours[0] < 2 * HoursOfDay)
        {
            return null;
        }

        var longest = hours.Zip(hours.Skip(1), (before, after) => after - before).Max();
        var rate = Rates(hours);
        var expected = 0.0;
        for (var hour = hours[^1] + 1; hour < now; hour++)
        {
            expected += rate(hour);
        }

        return new SilenceTest(expected, now - hours[^1] <= longest ? 1 : Math.Exp(-expected / Dispersion(hours)), longest);
    }

    /// <summary>How likely something comes in an hour: by the finest cycle that came round often enough, drawn towards the mean of all hours.</summary>
    private static Func<long, double> Rates(long[] hours)
    {
        var span = hours[^1] - hours[0] + 1;
        var cycle = span >= FewestTurns * HoursOfWeek ? HoursOfWeek : span >= FewestTurns * HoursOfDay ? HoursOfDay : 1;
        var mean = hours.Length / (double)span;
        var came = new int[cycle];
        foreach (var hour in hours)
        {
            came[hour % cycle]++;
        }

        return hour => (came[hour % cycle] + (Prior * mean)) / ((span / (double)cycle) + Prior);
    }

    // Between whole days, so that the hours of a day do not count as scatter.
    private static double Dispersion(long[] hours)
    {
        var days = new double[Math.Max(1, (hours[^1] - hours[0] + 1) / HoursOfDay)];
        foreach (var day in hours.Select(hour => (hour - hours[0]) / HoursOfDay).Where(day => day < days.Length))
        {
            days[day]++;
        }

        var mean = days.Average();
        return Math.Max(1, days.Sum(day => (day - mean) * (day - mean)) / Math.Max(1, days.Length - 1) / mean);
    }
}
