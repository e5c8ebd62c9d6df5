namespace TextSeg.Mining.Neighbors;

/// <summary>The progress of one step as part of the whole.</summary>
internal sealed class PartProgress(IProgress<double> whole, double from, double to) : IProgress<double>
{
    public void Report(double value) => whole.Report(from + ((to - from) * value));
}
