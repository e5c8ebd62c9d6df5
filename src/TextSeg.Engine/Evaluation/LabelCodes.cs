namespace TextSeg.Engine.Evaluation;

/// <summary>Labels as numbers.</summary>
internal static class LabelCodes
{
    /// <summary>A number for each label, equal for equal ones, from 0 in the order in which they first come.</summary>
    public static int[] Of<T>(IEnumerable<T> labels)
        where T : notnull
    {
        var codes = new Dictionary<T, int>();
        return [.. labels.Select(label =>
        {
            codes.TryAdd(label, codes.Count);
            return codes[label];
        })];
    }
}
