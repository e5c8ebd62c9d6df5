using TextSeg.Mining.Naming;

namespace TextSeg.Engine.Naming;

/// <summary>Names all segments of a run, the largest first, so that no two names are alike. A name that fails its proof is replaced by an extractive one, which is proved too.</summary>
/// <param name="namer">Who drafts the names.</param>
/// <param name="proof">Decides what is shown.</param>
internal sealed class SegmentNaming(ISegmentNamer namer, NameProof proof)
{
    /// <summary>Extractive names that are tried for a segment.</summary>
    private const int MostTries = 6;

    private readonly ExtractiveSegmentNamer _plain = new();

    /// <summary>The name of each piece of evidence, in its order.</summary>
    public async Task<IReadOnlyList<SegmentName>> NameAllAsync(IReadOnlyList<SegmentEvidence> evidence, CancellationToken cancellation = default)
    {
        var taken = new List<string>();
        var names = new List<SegmentName>();
        foreach (var segment in evidence)
        {
            var name = await NameAsync(segment with { TakenNames = [.. taken] }, cancellation);
            taken.Add(name.Name);
            names.Add(name);
        }

        return names;
    }

    private async Task<SegmentName> NameAsync(SegmentEvidence evidence, CancellationToken cancellation)
    {
        var draft = await namer.NameAsync(evidence, cancellation);
        if (draft.Maker == ExtractiveSegmentNamer.Maker)
        {
            return await ExtractAsync(evidence, draft, draft.Note, cancellation);
        }

        var (name, faults) = await proof.CheckAsync(evidence, draft, cancellation);
        return faults.Count == 0 ? name : await ExtractAsync(evidence, null, $"The name by {draft.Maker} was not taken. {string.Join(' ', faults)}", cancellation);
    }

    /// <summary>The first extractive name that is borne out; where none is, the most telling one.</summary>
    private async Task<SegmentName> ExtractAsync(SegmentEvidence evidence, SegmentName? draft, string? note, CancellationToken cancellation)
    {
        SegmentName? first = null;
        var left = evidence;
        for (var round = 0; round < MostTries; round++)
        {
            var (name, faults) = await proof.CheckAsync(evidence, draft ?? await _plain.NameAsync(left, cancellation), cancellation);
            first ??= name;
            if (faults.Count == 0)
            {
                return name with { Note = note };
            }

            if (name.Phrases.Count == 0)
            {
                break;
            }

            left = Without(left, name.Phrases);
            draft = null;
        }

        return first! with { Note = note, IsProven = false };
    }

    private static SegmentEvidence Without(SegmentEvidence evidence, IReadOnlyList<string> phrases) => evidence with
    {
        Phrases = [.. evidence.Phrases.Where(phrase => !phrases.Contains(phrase.Text))],
        Topics = [.. evidence.Topics.Where(topic => !phrases.Any(phrase => topic.What.Contains(phrase, StringComparison.OrdinalIgnoreCase)))],
    };
}
