using TextSeg.Mining.Naming;
using TextSeg.Mining.Profiles;
using TextSeg.Mining.Segments;

namespace TextSeg.Engine.Segments;

/// <summary>Counts what the cards of segments show of moods and intents.</summary>
/// <param name="corpus">The posts.</param>
/// <param name="posts">The posts with what was read in them.</param>
/// <param name="profiles">The signals of members.</param>
/// <param name="tree">The segments.</param>
/// <param name="quotes">Chooses posts to show.</param>
internal sealed class SegmentReadingCards(MiningCorpus corpus, ProfileInput posts, ProfileTable profiles, SegmentTree tree, QuoteChooser quotes)
{
    private const double NormalQuantile = 1.96;
    private const double LeastShare = 0.005;
    private const int MostQuotes = 4;

    private static readonly IReadOnlyList<ReadingLabel> Feelings =
    [
        .. ReadingLabels.Sentiments.Concat(ReadingLabels.Emotions).Concat(ReadingLabels.Urgencies).Where(label => label.Signal.Length > 0),
        new(ReadingLabels.Frustrated, SignalNames.Frustrated, "frustrated"),
    ];

    private readonly int[] _members = [.. Enumerable.Range(0, profiles.Count).Where(member => tree.SegmentOf[member] >= 0).OrderBy(member => posts.MemberKeyOf[member])];

    /// <summary>The card's part; null where posts were not read.</summary>
    public SegmentReadings? Describe(SegmentEvidence evidence)
    {
        if (posts.Readings is not { } readings)
        {
            return null;
        }

        var own = Enumerable.Range(0, readings.Length).Where(row => posts.MemberOf[row] >= 0 && tree.SegmentOf[posts.MemberOf[row]] == evidence.Segment).Select(row => readings[row]).ToArray();
        var wants = own.Count(post => post.Intent != PostIntent.Unknown);
        var feels = own.Count(post => post.Sentiment != PostSentiment.Unknown);
        var card = new SegmentReadings
        {
            Wants = wants < ReadingCounts.FewestPosts ? [] : Measure(evidence, ReadingLabels.Intents),
            Feels = feels < ReadingCounts.FewestPosts ? [] : Measure(evidence, Feelings),
            UnsureWants = Math.Round(1 - (wants / (double)Math.Max(1, own.Length)), 4),
            UnsureFeels = Math.Round(1 - (feels / (double)Math.Max(1, own.Length)), 4),
        };
        return card with { Quotes = Quotes(evidence.Segment, [.. Telling(card.Wants), .. Telling(card.Feels)]) };
    }

    private static IEnumerable<SegmentReading> Telling(IReadOnlyList<SegmentReading> own) =>
        own.Where(reading => reading.Differs && reading.Here > reading.Elsewhere).OrderByDescending(reading => reading.Here - reading.Elsewhere).Take(MostQuotes / 2);

    private List<SegmentReading> Measure(SegmentEvidence evidence, IReadOnlyList<ReadingLabel> labels) =>
        [.. labels.Select(label => Measure(evidence, label)).Where(reading => reading.Here >= LeastShare || reading.Elsewhere >= LeastShare).OrderByDescending(reading => reading.Here)];

    private SegmentReading Measure(SegmentEvidence evidence, ReadingLabel label)
    {
        var column = Enumerable.Range(0, profiles.Signals.Signals.Count).First(i => profiles.Signals.Signals[i].Name == label.Signal);
        var (here, elsewhere) = (Values(true), Values(false));
        var mean = here.Length == 0 ? 0 : here.Sum() / here.Length;
        var error = here.Length < 2 ? 1 : Math.Sqrt(here.Sum(value => (value - mean) * (value - mean)) / (here.Length - 1) / here.Length);
        return new SegmentReading(
            label.Name, label.Words, Math.Round(mean, 4), Math.Round(Math.Max(0, mean - (NormalQuantile * error)), 4), Math.Round(Math.Min(1, mean + (NormalQuantile * error)), 4),
            elsewhere.Length == 0 ? 0 : Math.Round(elsewhere.Sum() / elsewhere.Length, 4), evidence.AllSignals.Any(figure => figure.What == label.Signal));

        double[] Values(bool inside) =>
        [
            .. _members.Where(member => tree.SegmentOf[member] == evidence.Segment == inside).Select(member => profiles.Signals.Of(member)[column]).Where(value => !double.IsNaN(value)),
        ];
    }

    private List<ReadingQuote> Quotes(int segment, IReadOnlyList<SegmentReading> telling)
    {
        var chosen = new List<ReadingQuote>();
        foreach (var reading in telling)
        {
            var found = quotes.Choose(segment, new SegmentName("", "", []), 1 + chosen.Count, row => Shows(row, reading.Label))
                .Select(quote => corpus.PostIds[quote.Row]).FirstOrDefault(post => chosen.TrueForAll(quote => quote.Post != post), -1);
            if (found >= 0)
            {
                chosen.Add(new ReadingQuote(found, reading.Label, reading.Words));
            }
        }

        return chosen;
    }

    private bool Shows(int row, string label) => ReadingLabels.Of(posts.Readings![row]).Contains(label);
}
