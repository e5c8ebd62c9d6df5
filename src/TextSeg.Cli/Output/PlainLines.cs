using TextSeg.Mining;

namespace TextSeg.Cli.Output;

/// <summary>Progress as plain lines, at most one in each interval and one when a stage ends: for logs and pipes.</summary>
internal sealed class PlainLines(TextWriter writer, TimeProvider time, TimeSpan interval, TimeLeft? whole = null) : IProgress<StageProgress>
{
    private readonly StageRates _rates = new(time, whole);
    private readonly Lock _gate = new();
    private readonly HashSet<string> _ended = new(StringComparer.Ordinal);
    private long _last = time.GetTimestamp();

    public void Report(StageProgress value)
    {
        lock (_gate)
        {
            var text = _rates.Describe(value);
            var ends = value.Total > 0 && value.Done >= value.Total && _ended.Add(value.Stage);
            if (!ends && time.GetElapsedTime(_last) < interval)
            {
                return;
            }

            _last = time.GetTimestamp();
            writer.WriteLine(text);
        }
    }
}
