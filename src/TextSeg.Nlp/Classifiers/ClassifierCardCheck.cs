using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Nlp.Classifiers;

/// <summary>Finds what in a classifier's card does not fit together.</summary>
internal static class ClassifierCardCheck
{
    /// <summary>Refuses a card with faults, all of them in one sentence.</summary>
    /// <exception cref="InvalidModelException">The card does not fit itself.</exception>
    public static void Require(string model, ClassifierCard card)
    {
        var faults = new List<string>();
        if (card.MaxTokens is < 8 or > 8192)
        {
            faults.Add($"maxTokens must be 8 to 8,192 and is {card.MaxTokens}");
        }

        if (card.Letters is { Longest: < 1 or > 16 })
        {
            faults.Add($"letters need a longest run of 1 to 16 and have {card.Letters.Longest}");
        }

        if (card is { Letters: not null, Summary: null })
        {
            faults.Add("there are letters without a summary to stand beside");
        }

        if (card.Heads.Count == 0)
        {
            faults.Add("there are no heads");
        }

        faults.AddRange(card.Heads.CountBy(head => head.Name).Where(pair => pair.Value > 1).Select(pair => $"there are {pair.Value} heads '{pair.Key}'"));
        faults.AddRange(card.Heads.SelectMany(head => FaultsOf(head).Select(fault => $"head '{head.Name}' {fault}")));
        if (faults.Count > 0)
        {
            throw new InvalidModelException($"The classifier in the card of {model} does not fit: {string.Join("; ", faults)}; correct {ModelFolder.CardFile}.");
        }
    }

    private static IEnumerable<string> FaultsOf(HeadCard head)
    {
        if (head.Labels.Count < (head.Activation == Activation.Softmax ? 2 : 1) || head.Labels.Any(string.IsNullOrWhiteSpace) || head.Labels.Distinct().Count() < head.Labels.Count)
        {
            yield return "needs labels that differ, two or more with softmax";
        }

        foreach (var (name, values) in new[] { ("scale", head.Scale), ("shift", head.Shift), ("thresholds", head.Thresholds) })
        {
            if (values.Count > 0 && values.Count != head.Labels.Count)
            {
                yield return $"has {head.Labels.Count} labels and {values.Count} numbers in {name}";
            }
        }

        if (head.Thresholds.Append(head.UnsureBelow).Any(value => value is not (>= 0 and <= 1)))
        {
            yield return "needs thresholds and unsureBelow from 0 to 1";
        }

        if (head.Scale.Concat(head.Shift).Any(value => !float.IsFinite(value)) || head.Signs.Values.Any(weight => !double.IsFinite(weight)))
        {
            yield return "needs finite numbers";
        }
    }
}
