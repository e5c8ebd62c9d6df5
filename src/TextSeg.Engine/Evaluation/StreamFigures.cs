namespace TextSeg.Engine.Evaluation;

/// <summary>How long posts that stream in wait for their results.</summary>
/// <param name="Mined">Posts that were mined before.</param>
/// <param name="Streamed">Posts that streamed in.</param>
/// <param name="Whole">Streamed posts that were cleaned, encoded, annotated and placed, each once, and their authors too, when the stream had ended.</param>
/// <param name="PerSecond">Posts a second, as they came.</param>
/// <param name="FirstSeconds">The same of the post that came first: its turn reads what masking and placing need of the whole workspace.</param>
/// <param name="Median">Seconds from when a post was sent until it had all results and its author a place: the median.</param>
/// <param name="P95">The same, which 95 in 100 do not exceed.</param>
/// <param name="P99">The same, 99 in 100.</param>
/// <param name="Longest">The same, the longest.</param>
/// <param name="ProcessorSeconds">Seconds of all processors while posts streamed in.</param>
public sealed record StreamFigures(
    int Mined, int Streamed, int Whole, double PerSecond, double FirstSeconds, double Median, double P95, double P99, double Longest, double ProcessorSeconds)
{
    /// <summary>Turns of the stages; null where they are not counted.</summary>
    public int? Turns { get; init; }

    /// <summary>Sums up.</summary>
    /// <param name="waited">Seconds that each post waited, in the order in which they were done; not empty.</param>
    /// <param name="mined">Posts mined before.</param>
    /// <param name="whole">Posts with all results.</param>
    /// <param name="perSecond">Posts a second.</param>
    /// <param name="processorSeconds">Seconds of all processors.</param>
    public static StreamFigures Of(IReadOnlyList<double> waited, int mined, int whole, double perSecond, double processorSeconds)
    {
        double[] sorted = [.. waited.Order()];
        return new StreamFigures(mined, sorted.Length, whole, perSecond, waited[0], At(0.5), At(0.95), At(0.99), sorted[^1], processorSeconds);

        double At(double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
    }
}
