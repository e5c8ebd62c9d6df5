namespace TextSeg.Mining.Naming;

/// <summary>What a piece of evidence is.</summary>
public enum EvidenceKind
{
    /// <summary>A figure about how, when or in which language they write, what they want and how they feel.</summary>
    Figure,

    /// <summary>A topic that they write about more than others, with its share.</summary>
    Topic,

    /// <summary>A phrase of theirs.</summary>
    Phrase,

    /// <summary>A masked excerpt of one post.</summary>
    Quote,
}

/// <summary>One numbered piece of evidence.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What is measured, the topic's label, the phrase, or the quote.</param>
/// <param name="Figure">The figure, where it is one.</param>
public sealed record EvidenceItem(int Number, EvidenceKind Kind, string Text, EvidenceFigure? Figure = null);

/// <summary>The evidence of a segment as a numbered list, so that a statement can say what it rests on.</summary>
public sealed class EvidenceSheet
{
    private const int MostPhrases = 10;

    private EvidenceSheet(IReadOnlyList<EvidenceItem> items) => Items = items;

    /// <summary>Figures first, then topics, phrases and quotes; the item with number n stands at n − 1.</summary>
    public IReadOnlyList<EvidenceItem> Items { get; }

    public static EvidenceSheet Of(SegmentEvidence evidence)
    {
        var items = new List<EvidenceItem>();
        foreach (var figure in (evidence.LanguageFigure is { } language ? evidence.Signals.Prepend(language) : evidence.Signals).Concat(evidence.Readings))
        {
            items.Add(new EvidenceItem(items.Count + 1, EvidenceKind.Figure, figure.What, figure));
        }

        foreach (var topic in evidence.Topics)
        {
            items.Add(new EvidenceItem(items.Count + 1, EvidenceKind.Topic, topic.What, topic));
        }

        foreach (var phrase in evidence.Phrases.Take(MostPhrases))
        {
            items.Add(new EvidenceItem(items.Count + 1, EvidenceKind.Phrase, phrase.Text));
        }

        foreach (var quote in evidence.Quotes)
        {
            items.Add(new EvidenceItem(items.Count + 1, EvidenceKind.Quote, quote));
        }

        return new EvidenceSheet(items);
    }

    /// <summary>The items with these numbers; numbers that nothing has are passed over.</summary>
    public IReadOnlyList<EvidenceItem> Cited(IEnumerable<int> numbers) =>
        [.. numbers.Distinct().Where(number => number >= 1 && number <= Items.Count).Select(number => Items[number - 1])];

    /// <summary>Numbers of the items that a test picks out.</summary>
    public IReadOnlyList<int> NumbersOf(Func<EvidenceItem, bool> wanted) => [.. Items.Where(wanted).Select(item => item.Number)];
}
