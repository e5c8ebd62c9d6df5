using TextSeg.Mining;

namespace TextSeg.Cli.Output;

/// <summary>
/// Takes the time of stages from their progress. The time between two reports belongs to the earlier one's stage while that stage
/// is unfinished, else to the later one's, so nothing is left out.
/// </summary>
internal sealed class StageSeconds(TimeProvider time, IProgress<StageProgress> next) : IProgress<StageProgress>
{
    private readonly Lock _gate = new();
    private readonly List<(string Stage, TimeSpan Time)> _stages = [];
    private long _last = time.GetTimestamp();
    private StageProgress? _current;

    public void Report(StageProgress value)
    {
        lock (_gate)
        {
            Add(_current is { } current && current.Done < current.Total ? current.Stage : value.Stage);
            _current = _current?.Stage == value.Stage && _current.Done > value.Done ? _current : value;
        }

        next.Report(value);
    }

    /// <summary>Seconds of each stage in the order of their first reports; the time since the last report belongs to the stage that gave it.</summary>
    public IReadOnlyDictionary<string, double> Read()
    {
        lock (_gate)
        {
            if (_current is { } current)
            {
                Add(current.Stage);
            }

            return _stages.ToDictionary(stage => stage.Stage, stage => Math.Round(stage.Time.TotalSeconds, 3));
        }
    }

    private void Add(string stage)
    {
        var now = time.GetTimestamp();
        var spent = time.GetElapsedTime(_last, now);
        _last = now;
        var place = _stages.FindIndex(known => known.Stage == stage);
        if (place < 0)
        {
            _stages.Add((stage, spent));
        }
        else
        {
            _stages[place] = (stage, _stages[place].Time + spent);
        }
    }
}
