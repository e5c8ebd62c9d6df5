using System.Globalization;
using TextSeg.Mining;

namespace TextSeg.Cli.Output;

/// <summary>Turns the progress of one stage into words: items done, items a second, time left of the stage and, where the stages to come are known, of all.</summary>
internal sealed class StageRates(TimeProvider time, TimeLeft? whole = null)
{
    private readonly Dictionary<string, (long Start, long FirstDone)> _started = new(StringComparer.Ordinal);

    /// <summary>For example <c>encode 12,000 of 36,990 · 4,100/s · 6 s left</c>.</summary>
    public string Describe(StageProgress progress)
    {
        var (rate, left) = Measure(progress);
        var text = progress.Total > 0
            ? string.Create(CultureInfo.CurrentCulture, $"{progress.Stage} {progress.Done:N0} of {progress.Total:N0}")
            : string.Create(CultureInfo.CurrentCulture, $"{progress.Stage} {progress.Done:N0}");
        if (rate > 0)
        {
            text += string.Create(CultureInfo.CurrentCulture, $" · {(rate < 10 ? rate.ToString("0.0", CultureInfo.CurrentCulture) : rate.ToString("N0", CultureInfo.CurrentCulture))}/s");
        }

        text = left is { } span && progress.Done < progress.Total ? $"{text} · {Duration(span)} left" : text;
        return whole?.After(progress) is { TotalSeconds: >= 1 } all ? $"{text} · about {Duration(all)} left in all" : text;
    }

    /// <summary>Items a second since the stage was first seen, and the time left at that rate; 0 and null until something is known.</summary>
    public (double Rate, TimeSpan? Left) Measure(StageProgress progress)
    {
        if (!_started.TryGetValue(progress.Stage, out var begin))
        {
            _started[progress.Stage] = (time.GetTimestamp(), progress.Done);
            return (0, null);
        }

        var seconds = time.GetElapsedTime(begin.Start).TotalSeconds;
        var rate = seconds > 0 ? (progress.Done - begin.FirstDone) / seconds : 0;
        return rate > 0 && progress.Total > 0
            ? (rate, TimeSpan.FromSeconds((progress.Total - progress.Done) / rate))
            : (rate, null);
    }

    /// <summary>Seconds below two minutes, minutes below two hours, then hours.</summary>
    public static string Duration(TimeSpan span) => span switch
    {
        { TotalSeconds: < 120 } => string.Create(CultureInfo.CurrentCulture, $"{Math.Ceiling(span.TotalSeconds):0} s"),
        { TotalMinutes: < 120 } => string.Create(CultureInfo.CurrentCulture, $"{span.TotalMinutes:0} min"),
        _ => string.Create(CultureInfo.CurrentCulture, $"{span.TotalHours:0.0} h"),
    };
}
