using TextSeg.Engine.Storage;
using TextSeg.Mining.Profiles;
using TextSeg.Nlp.Classifiers;

namespace TextSeg.Engine.Segments;

/// <summary>Adds to the quotes of cards the words that moved the classifier to their mood or intent.</summary>
/// <param name="workspace">Holds the posts.</param>
/// <param name="classifier">The one that read them; null leaves quotes as they are.</param>
internal sealed class QuoteEvidence(Workspace workspace, ITextClassifier? classifier)
{
    private const int MostWords = 3;

    /// <summary>The same cards, with the words.</summary>
    public IReadOnlyList<SegmentFacts> AddTo(IReadOnlyList<SegmentFacts> cards, CancellationToken cancellation)
    {
        var quotes = cards.SelectMany(card => card.Readings?.Quotes ?? []).ToArray();
        if (classifier is null || quotes.Length == 0)
        {
            return cards;
        }

        var texts = Array.ConvertAll(quotes, quote => Text(quote.Post));
        var moved = new WordErasure(new PostReader(classifier)).Explain(texts, cancellation);
        var explained = new Queue<ReadingQuote>(quotes.Select((quote, i) => quote with { MovedBy = Words(quote, texts[i], moved[i]) }));
        return [.. cards.Select(card => card.Readings is { } read
            ? card with { Readings = read with { Quotes = [.. read.Quotes.Select(_ => explained.Dequeue())] } }
            : card)];
    }

    private static string[] Words(ReadingQuote quote, PostText text, IReadOnlyList<MovingWord> moved) =>
    [
        .. moved.Where(word => word.Weight > 0 && (word.Label == quote.Label || (quote.Label == ReadingLabels.Frustrated && word.Head == HeadNames.Frustration)))
            .Select(word => text.Prose[word.Span.Start..word.Span.End]).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostWords),
    ];

    private PostText Text(long post) => workspace.Connection.Query(
        "SELECT Prose, COALESCE(Language, 'unknown') FROM Posts WHERE Id = $1", row => new PostText(row.GetString(0), row.GetString(1)), post).Single();
}
