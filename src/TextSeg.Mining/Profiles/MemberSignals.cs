namespace TextSeg.Mining.Profiles;

/// <summary>Measures how, when and with whom each member writes, what they want and how they feel.</summary>
internal static class MemberSignals
{
    private const double Day = 86_400;

    /// <summary>The seconds that a calendar date can show: the years 1 to 9999.</summary>
    private const long Earliest = -62_135_596_800;
    private const long Latest = 253_402_300_799;

    /// <summary>The signals, in the order of the columns.</summary>
    internal static readonly Signal[] Columns =
    [
        new(SignalGroups.Manner, SignalNames.Words, SignalUnit.Number, Skewed: true),
        new(SignalGroups.Manner, SignalNames.Questions, SignalUnit.Share),
        new(SignalGroups.Manner, SignalNames.Code, SignalUnit.Share),
        new(SignalGroups.Manner, SignalNames.Links, SignalUnit.Share),
        new(SignalGroups.Manner, SignalNames.Exclamations, SignalUnit.Share),
        new(SignalGroups.Manner, SignalNames.Emoji, SignalUnit.Share),
        new(SignalGroups.Manner, SignalNames.Polite, SignalUnit.Share),
        new(SignalGroups.Manner, SignalNames.Rating, SignalUnit.Number),
        new(SignalGroups.Time, SignalNames.Evening, SignalUnit.Share),
        new(SignalGroups.Time, SignalNames.Weekend, SignalUnit.Share),
        new(SignalGroups.Time, SignalNames.Span, SignalUnit.Days, Skewed: true),
        new(SignalGroups.Time, SignalNames.Cadence, SignalUnit.Number, Skewed: true),
        new(SignalGroups.Exchange, SignalNames.Posts, SignalUnit.Number, Skewed: true),
        new(SignalGroups.Exchange, SignalNames.Openings, SignalUnit.Share),
        new(SignalGroups.Exchange, SignalNames.Answers, SignalUnit.Share),
        new(SignalGroups.Exchange, SignalNames.AnswersGot, SignalUnit.Number, Skewed: true),
        .. MemberReadings.Columns,
    ];

    public static SignalTable Measure(ProfileInput input, int[][] rowsOf)
    {
        var openers = input.Opens ?? Openers(input, rowsOf);
        var answers = input.AnswersGot ?? AnswersGot(input);
        var values = new double[rowsOf.Length * Columns.Length];
        Array.Fill(values, double.NaN);
        for (var member = 0; member < rowsOf.Length; member++)
        {
            if (rowsOf[member] is { Length: > 0 } rows)
            {
                var target = values.AsSpan(member * Columns.Length, Columns.Length);
                Manner(input, rows, target);
                Time(input, rows, target[8..]);
                Exchange(input, rows, openers, answers, target[12..]);
                MemberReadings.Measure(input.Readings, rows, target[^MemberReadings.Columns.Count..]);
            }
        }

        return new SignalTable(Columns, values);
    }

    private static void Manner(ProfileInput input, int[] rows, Span<double> target)
    {
        target[0] = rows.Average(row => (double)input.Signals[row].Words);
        target[1] = Share(rows, row => input.Signals[row].Asks);
        target[2] = Share(rows, row => input.Signals[row].Code);
        target[3] = Share(rows, row => input.Signals[row].Links > 0);
        target[4] = Share(rows, row => input.Signals[row].Exclamations > 0);
        target[5] = Share(rows, row => input.Signals[row].Emoji > 0);
        target[6] = Share(rows, row => input.Signals[row].Polite > 0);
        var ratings = rows.Select(row => input.Signals[row].Rating).OfType<double>().ToArray();
        target[7] = ratings.Length > 0 ? ratings.Average() : double.NaN;
    }

    private static void Time(ProfileInput input, int[] rows, Span<double> target)
    {
        var times = rows.Select(row => input.TimeOf?[row] ?? long.MinValue).Where(time => time is >= Earliest and <= Latest).ToArray();
        if (times.Length == 0)
        {
            return;
        }

        var moments = Array.ConvertAll(times, DateTimeOffset.FromUnixTimeSeconds);
        target[0] = Share(moments, moment => moment.Hour is >= 18 or < 6);
        target[1] = Share(moments, moment => moment.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        target[2] = (times.Max() - times.Min()) / Day;
        target[3] = times.Length / (double)moments.Select(moment => (moment.Year * 12) + moment.Month).Distinct().Count();
    }

    private static void Exchange(ProfileInput input, int[] rows, bool[] openers, int[] answers, Span<double> target)
    {
        target[0] = rows.Length;
        target[1] = input.ThreadOf is null ? double.NaN : Share(rows, row => openers[row]);
        if (input.ReplyTo is not null)
        {
            target[2] = Share(rows, row => input.ReplyTo[row] >= 0);
            target[3] = rows.Sum(row => answers[row]) / (double)rows.Length;
        }
    }

    /// <summary>The oldest row of each thread; without times, the one with the lowest key.</summary>
    private static bool[] Openers(ProfileInput input, int[][] rowsOf)
    {
        var opens = new bool[input.Vectors.Count];
        if (input.ThreadOf is null)
        {
            return opens;
        }

        var first = new Dictionary<int, int>();
        foreach (var row in rowsOf.SelectMany(rows => rows))
        {
            var thread = input.ThreadOf[row];
            if (thread >= 0 && (!first.TryGetValue(thread, out var best) || Earlier(input, row, best)))
            {
                first[thread] = row;
            }
        }

        foreach (var row in first.Values)
        {
            opens[row] = true;
        }

        return opens;
    }

    private static bool Earlier(ProfileInput input, int a, int b) =>
        (input.TimeOf?[a] ?? 0, input.StableKeyOf[a]).CompareTo((input.TimeOf?[b] ?? 0, input.StableKeyOf[b])) < 0;

    private static int[] AnswersGot(ProfileInput input)
    {
        var got = new int[input.Vectors.Count];
        for (var row = 0; row < got.Length; row++)
        {
            if (input.ReplyTo?[row] is { } target and >= 0 && input.MemberOf[target] != input.MemberOf[row])
            {
                got[target]++;
            }
        }

        return got;
    }

    private static double Share<T>(IReadOnlyCollection<T> items, Func<T, bool> holds) => items.Count(holds) / (double)items.Count;
}
