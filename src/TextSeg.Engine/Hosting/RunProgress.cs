using TextSeg.Engine.Storage;
using TextSeg.Mining;

namespace TextSeg.Engine.Hosting;

/// <summary>Writes how far a run is, once a second at most and at each new stage, so that the database is not the slowest part.</summary>
internal sealed class RunProgress(RunRequests requests, long request, TimeProvider clock) : IProgress<StageProgress>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly Lock _lock = new();
    private string? _stage;
    private long _told;

    public void Report(StageProgress value)
    {
        lock (_lock)
        {
            if (value.Stage == _stage && clock.GetElapsedTime(_told) < Pause)
            {
                return;
            }

            (_stage, _told) = (value.Stage, clock.GetTimestamp());
            try
            {
                requests.TellAsync(request, value).GetAwaiter().GetResult();
            }
            catch (Exception fault) when (StorageFault.IsOfDatabase(fault))
            {
                // How far a run is may be told later; the run itself goes on, or fails by its own writing.
            }
        }
    }
}
