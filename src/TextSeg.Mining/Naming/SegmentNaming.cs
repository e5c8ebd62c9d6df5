namespace TextSeg.Mining.Naming;

/// <summary>Names all segments of a run, the largest first, so that no two names are alike.</summary>
/// <param name="namer">Who names.</param>
public sealed class SegmentNaming(ISegmentNamer namer)
{
    private readonly ExtractiveSegmentNamer _plain = new();

    /// <summary>The name of each piece of evidence, in its order. A name that breaks a rule is replaced by an extractive one.</summary>
    public async Task<IReadOnlyList<SegmentName>> NameAllAsync(IReadOnlyList<SegmentEvidence> evidence, CancellationToken cancellation = default)
    {
        var taken = new List<string>();
        var names = new List<SegmentName>();
        foreach (var segment in evidence)
        {
            var given = segment with { TakenNames = [.. taken] };
            var name = await namer.NameAsync(given, cancellation);
            if (given.Rules.Faults(name.Name, taken).Count > 0)
            {
                name = await _plain.NameAsync(given, cancellation);
            }

            taken.Add(name.Name);
            names.Add(name);
        }

        return names;
    }
}
