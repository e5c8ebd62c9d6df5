using TextSeg.Mining.Relevance;

namespace TextSeg.Engine.Queries.Standing;

/// <summary>What searches keep of one workspace, so that each costs what it finds and not what there is. Thread-safe.</summary>
public sealed class StandingSearch : IDisposable
{
    private readonly Lock _gate = new();
    private (long Run, Task<RelevanceCalibration> Calibration)? _newest;
    private RelevanceCalibration? _ready;

    /// <summary>What filters ask of each post.</summary>
    internal StandingPosts Posts { get; } = new();

    /// <summary>
    /// How cosines become relevances, by a sample of the posts of a run. It is taken once for each run; while that of a new run is taken, the one before serves.
    /// </summary>
    /// <param name="run">The current run.</param>
    /// <param name="take">Takes the sample.</param>
    internal Task<RelevanceCalibration> CalibrationAsync(long run, Func<Task<RelevanceCalibration>> take)
    {
        lock (_gate)
        {
            if (_newest is { Calibration.IsCompletedSuccessfully: true } done)
            {
                _ready = done.Calibration.Result;
            }

            if (_newest is not { } newest || newest.Run != run || newest.Calibration.IsFaulted || newest.Calibration.IsCanceled)
            {
                _newest = (run, _ready is null ? take() : Task.Run(take));
            }

            return _ready is not null && !_newest.Value.Calibration.IsCompletedSuccessfully ? Task.FromResult(_ready) : _newest.Value.Calibration;
        }
    }

    /// <summary>Lets the sample go, which may hold a vector of an erased member.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            (_newest, _ready) = (null, null);
        }
    }

    public void Dispose() => Posts.Dispose();
}
