namespace TextSeg.Mining.Clustering;

/// <summary>Tells how many parts of a stage are done; several threads may add.</summary>
internal sealed class RunProgress(IProgress<StageProgress>? progress)
{
    private readonly Lock gate = new();
    private string stage = "";
    private int done;
    private int total;

    /// <summary>Begins a stage of so many parts.</summary>
    public void Begin(string name, int parts)
    {
        End();
        (stage, done, total) = (name, 0, Math.Max(1, parts));
        progress?.Report(new StageProgress(stage, 0, total));
    }

    /// <summary>Counts a part; the last one is kept for <see cref="End"/>.</summary>
    public void Add()
    {
        lock (gate)
        {
            if (done < total - 1)
            {
                progress?.Report(new StageProgress(stage, ++done, total));
            }
        }
    }

    /// <summary>Ends the stage.</summary>
    public void End()
    {
        if (done < total)
        {
            progress?.Report(new StageProgress(stage, done = total, total));
        }
    }
}
