namespace TextSeg.Engine.Evaluation;

/// <summary>Labels as numbers.</summary>
internal static class LabelCodes
{
    /// <summary>A number for each label, equal for equal ones.</summary>
    public static int[] Of(IEnumerable<string> labels)
    {
        var codes = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. labels.Select(label =>
        {
            codes.TryAdd(label, codes.Count);
            return codes[label];
        })];
    }
}
