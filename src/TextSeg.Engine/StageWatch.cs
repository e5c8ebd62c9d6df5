namespace TextSeg.Engine;

/// <summary>Takes the time of stages.</summary>
internal sealed class StageWatch(TimeProvider clock)
{
    private readonly Dictionary<string, double> _seconds = [];

    /// <summary>Seconds by stage.</summary>
    public IReadOnlyDictionary<string, double> Seconds => _seconds;

    public async Task<T> TimeAsync<T>(string stage, Func<Task<T>> work)
    {
        var start = clock.GetTimestamp();
        var result = await work();
        _seconds[stage] = Math.Round(clock.GetElapsedTime(start).TotalSeconds, 2);
        return result;
    }

    public T Time<T>(string stage, Func<T> work)
    {
        var start = clock.GetTimestamp();
        var result = work();
        _seconds[stage] = Math.Round(clock.GetElapsedTime(start).TotalSeconds, 2);
        return result;
    }
}
