using TextSeg.Mining;

namespace TextSeg.Cli.Output;

/// <summary>
/// Tells the time left of a whole run whose stages are known: what is still to do, by the shares that the stages took of a measured run, at the pace so far.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="plan">The stages in order, each with its share of the whole in any unit.</param>
internal sealed class TimeLeft(TimeProvider time, IReadOnlyList<(string Stage, double Share)> plan)
{
    // Nothing is told before so much of the plan is done: the pace is not known yet.
    private const double FewestDone = 0.04;

    private readonly HashSet<int> _begun = [];
    private long? _start;

    /// <summary>The time left after a report; null while it cannot be told, and for a stage that is not in the plan.</summary>
    public TimeSpan? After(StageProgress progress)
    {
        var now = time.GetTimestamp();
        _start ??= now;
        var stage = plan.ToList().FindIndex(planned => planned.Stage == progress.Stage);
        if (stage < 0)
        {
            return null;
        }

        _begun.Add(stage);
        var share = progress.Total > 0 ? (double)progress.Done / progress.Total : 0;
        var done = (plan[stage].Share * share) + _begun.Where(begun => begun < stage).Sum(begun => plan[begun].Share);
        var left = (plan[stage].Share * (1 - share)) + plan.Skip(stage + 1).Sum(later => later.Share);
        return done > FewestDone * plan.Sum(planned => planned.Share) ? time.GetElapsedTime(_start.Value, now) * (left / done) : null;
    }
}
