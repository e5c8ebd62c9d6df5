namespace TextSeg.Mining.Naming;

/// <summary>A figure of a segment beside that of others, ready to be read.</summary>
/// <param name="What">In a reader's words, for example "posts with a question".</param>
/// <param name="Inside">The segment's figure as text, for example "71 %".</param>
/// <param name="Outside">The figure of the others as text.</param>
/// <param name="Lift">Inside over outside.</param>
/// <param name="Effect">Strength of the difference, −1 to 1.</param>
public sealed record EvidenceFigure(string What, string Inside, string Outside, double Lift, double Effect)
{
    /// <summary>For example "posts with a question 71 % / 32 %".</summary>
    public override string ToString() => $"{What} {Inside} / {Outside}";
}
