using TextSeg.Engine.Topics;
using TextSeg.Mining.Naming;
using TextSeg.Mining.Profiles;
using TextSeg.Mining.Segments;
using TextSeg.Mining.Topics;

namespace TextSeg.Engine.Segments;

/// <summary>Counts what the cards of segments show beside the names.</summary>
internal sealed class SegmentCards(MiningCorpus corpus, TopicFindings topics, ProfileInput posts, ProfileTable profiles, SegmentTree tree, IReadOnlyList<SegmentName> names, QuoteChooser chooser)
{
    private const int MostTopics = 6;
    private const int MostLanguages = 4;
    private const int MostContrasts = 6;
    private readonly SegmentReadingCards _readings = new(corpus, posts, profiles, tree, chooser);

    public SegmentFacts Describe(SegmentEvidence evidence, IReadOnlyList<long> quotes)
    {
        var segment = evidence.Segment;
        var rows = Enumerable.Range(0, corpus.PostIds.Length).Where(row => corpus.MemberOf[row] >= 0 && tree.SegmentOf[corpus.MemberOf[row]] == segment).ToArray();
        var members = Enumerable.Range(0, tree.SegmentOf.Length).Where(member => tree.SegmentOf[member] == segment).ToArray();
        return new SegmentFacts
        {
            Posts = rows.Length,
            ShareCore = members.Count(member => tree.StateOf[member] == PostState.Core) / (double)Math.Max(1, members.Length),
            Phrases = [.. evidence.Phrases.Select(phrase => phrase.Text)],
            Contrasts = [.. Contrasts(evidence)],
            Topics = [.. Shares(rows, row => posts.TopicOf[row], topic => topics.Labels[topic]).Take(MostTopics)],
            Languages = [.. Shares(rows, row => corpus.LanguageOf[row], language => corpus.Languages[language]).Take(MostLanguages)],
            Readings = _readings.Describe(evidence),
            Weights = [.. profiles.Weights.Select(weight => new NamedShare(weight.Group, Math.Round(weight.Weight, 3)))],
            Neighbors = [.. evidence.Neighbors.Select(near => new SegmentNeighbor(
                SegmentWriter.IdOf(near.Segment), names[near.Segment].Name, Math.Round(near.Similarity, 3), [.. near.Figures.Select(Contrast)]))],
            Naming = new SegmentNameFacts(names[segment].Maker, names[segment].Struck, names[segment].IsProven, names[segment].Note),
            Quotes = quotes,
        };
    }

    private static IEnumerable<SegmentContrast> Contrasts(SegmentEvidence evidence)
    {
        var figures = evidence.LanguageFigure is { } language ? evidence.Signals.Prepend(language) : evidence.Signals;
        return figures.Take(MostContrasts).Concat(evidence.Topics.Take(2).Select(topic => topic with { What = SegmentContrast.OfTopic(topic.What) })).Select(Contrast);
    }

    private static SegmentContrast Contrast(EvidenceFigure figure) => new(figure.What, figure.Inside, figure.Outside);

    private static IEnumerable<NamedShare> Shares(int[] rows, Func<int, int> labelOf, Func<int, string> nameOf) => rows
        .Select(labelOf).Where(label => label >= 0).GroupBy(label => label)
        .OrderByDescending(group => group.Count()).ThenBy(group => group.Key)
        .Select(group => new NamedShare(nameOf(group.Key), Math.Round(group.Count() / (double)rows.Length, 4)));
}
