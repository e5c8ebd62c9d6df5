namespace TextSeg.Engine.Sources.Pulling;

/// <summary>Faults of options, told all at once.</summary>
internal static class PullFaults
{
    /// <exception cref="JobException">There are faults.</exception>
    public static void Require(IEnumerable<string> faults)
    {
        if (faults.ToArray() is { Length: > 0 } all)
        {
            throw new JobException(string.Join(" ", all)) { IsWrongUse = true };
        }
    }
}
