namespace TextSeg.Engine.Evaluation.Heads;

/// <summary>A user's labels in the words of a head; upper and lower case are the same.</summary>
public sealed class LabelMap
{
    private readonly Dictionary<string, string> _labels;

    private LabelMap(Dictionary<string, string> labels) => _labels = labels;

    /// <summary>Reads pairs of the form THEIRS=OURS, each text one or several with commas between.</summary>
    /// <exception cref="JobException">A pair is not of that form, or a label is named twice; all faults are said.</exception>
    public static LabelMap Parse(IReadOnlyList<string> texts)
    {
        var labels = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        List<string> faults = [];
        foreach (var part in texts.SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            var pair = part.Split('=', StringSplitOptions.TrimEntries);
            if (pair.Length != 2 || pair[0].Length == 0 || pair[1].Length == 0)
            {
                faults.Add($"'{part}' maps no label: write THEIRS=OURS, for example pos=positive.");
            }
            else if (!labels.TryAdd(pair[0], pair[1]))
            {
                faults.Add($"The label {pair[0]} is mapped twice.");
            }
        }

        return faults.Count == 0 ? new LabelMap(labels) : throw new JobException(string.Join(" ", faults)) { IsWrongUse = true };
    }

    /// <summary>The head's word for a label; the label itself where it is not mapped.</summary>
    public string Of(string label) => _labels.GetValueOrDefault(label, label);
}
