using System.Numerics.Tensors;
using TextSeg.Mining.Profiles;
using TextSeg.Mining.Segments;

namespace TextSeg.Mining.Naming;

/// <summary>Gathers for each segment what its name may be made of, and what cards show beside it.</summary>
public static class SegmentEvidenceBuilder
{
    /// <summary>Smallest effect that is shown: "small" on the scale of Romano et al. 2006 for Cliff's delta.</summary>
    private const double SmallEffect = 0.147;

    /// <summary>"Medium" on the same scale: enough to become a word of the name.</summary>
    internal const double MediumEffect = 0.33;

    private const double TopicLift = 1.3;
    private const double MostlyShare = 0.6;
    private const double LanguageLead = 0.2;
    private const int ShownSignals = 6;
    private const int ShownReadings = 6;
    private const int ShownTopics = 5;
    private const int ShownNeighbors = 2;
    private const int ShownContrasts = 4;
    private const int ShownPhrases = 5;

    /// <summary>The evidence for each segment.</summary>
    public static IReadOnlyList<SegmentEvidence> Build(NamingInput input, CancellationToken cancellation = default)
    {
        var differences = new SegmentDifferences(input.Posts, input.Profiles, input.Segments);
        var phrases = SegmentPhrases.Of(input, cancellation);
        var placed = Math.Max(1, input.Segments.Segments.Sum(segment => segment.Size));
        return [.. Enumerable.Range(0, phrases.Length).Select(segment =>
        {
            var own = differences.OfSegment(segment);
            var language = own.FirstOrDefault(difference => IsLanguage(difference, input));
            return new SegmentEvidence
            {
                Segment = segment,
                Members = input.Segments.Segments[segment].Size,
                Share = input.Segments.Segments[segment].Size / (double)placed,
                Phrases = phrases[segment],
                Topics = [.. own.Where(difference => difference is { Kind: DifferenceKind.Topic, Effect: > 0, Lift: >= TopicLift }).Take(ShownTopics).Select(Figure)],
                Signals = [.. Signals(own.Where(difference => !IsRead(difference, input))).Take(ShownSignals)],
                Readings = [.. Signals(own.Where(difference => IsRead(difference, input))).Take(ShownReadings)],
                AllSignals = [.. Signals(own)],
                Claimable = [.. Signals(differences.AskedAlone(segment))],
                IsRead = Array.Exists([.. input.Profiles.Signals.Signals], signal => SignalGroups.IsRead(signal.Group)),
                Language = language is null ? null : input.LanguageNames[language.Index],
                LanguageFigure = language is null ? null : Figure(language),
                Marks = Marks(own, input.Profiles.Signals),
                Neighbors = Neighbors(segment),
                Rules = input.Rules,
            };
        })];

        IEnumerable<EvidenceFigure> Signals(IEnumerable<SegmentDifference> own) =>
            own.Where(difference => difference.Kind == DifferenceKind.Signal && Math.Abs(difference.Effect) >= SmallEffect).Select(Figure);

        EvidenceFigure Figure(SegmentDifference difference) => new(
            What(difference, input), FigureText.Of(difference.Inside, difference.Unit), FigureText.Of(difference.Outside, difference.Unit), difference.Lift, difference.Effect);

        NeighborContrast[] Neighbors(int segment)
        {
            var centres = input.Segments.Segments;
            return [.. Enumerable.Range(0, centres.Count).Where(other => other != segment)
                .Select(other => (Other: other, Similarity: TensorPrimitives.Dot<float>(centres[segment].Centroid, centres[other].Centroid)))
                .OrderByDescending(pair => pair.Similarity).ThenBy(pair => pair.Other).Take(ShownNeighbors)
                .Select(pair => new NeighborContrast(pair.Other, pair.Similarity, [.. differences.Between(segment, pair.Other).Take(ShownContrasts).Select(Figure)])
                {
                    Phrases = [.. phrases[pair.Other].Take(ShownPhrases).Select(phrase => phrase.Text)],
                })];
        }
    }

    private static bool IsRead(SegmentDifference difference, NamingInput input) =>
        difference.Kind == DifferenceKind.Signal && SignalGroups.IsRead(input.Profiles.Signals.Signals[difference.Index].Group);

    private static bool IsLanguage(SegmentDifference difference, NamingInput input) =>
        difference.Kind == DifferenceKind.Language && difference.Index < input.LanguageNames.Count
        && difference.Inside >= MostlyShare && difference.Inside - difference.Outside >= LanguageLead;

    private static string What(SegmentDifference difference, NamingInput input) => difference.Kind switch
    {
        DifferenceKind.Topic => input.TopicLabels[difference.Index],
        DifferenceKind.Language => difference.Index < input.LanguageNames.Count ? $"members who write in {input.LanguageNames[difference.Index]}" : "members who write in another language",
        _ => input.Profiles.Signals.Signals[difference.Index].Name,
    };

    private static SegmentMarks Marks(IReadOnlyList<SegmentDifference> own, SignalTable signals)
    {
        var effects = own.Where(difference => difference.Kind == DifferenceKind.Signal)
            .ToDictionary(difference => signals.Signals[difference.Index].Name, difference => difference.Effect);
        var marks = SegmentMarks.None;
        Mark(SegmentMarks.Ask, SignalNames.Questions, 1);
        Mark(SegmentMarks.Answer, SignalNames.Answers, 1);
        Mark(SegmentMarks.Code, SignalNames.Code, 1);
        Mark(SegmentMarks.AtLength, SignalNames.Words, 1);
        Mark(SegmentMarks.Pleased, SignalNames.Rating, 1);
        Mark(SegmentMarks.Displeased, SignalNames.Rating, -1);
        Mark(SegmentMarks.Night, SignalNames.Evening, 1);
        Mark(SegmentMarks.Polite, SignalNames.Polite, 1);
        Mark(SegmentMarks.Lively, SignalNames.Emoji, 1);
        Mark(SegmentMarks.LongStanding, SignalNames.Span, 1);
        Mark(SegmentMarks.Seldom, SignalNames.Posts, -1);

        // A short stay alone may be a guest's; newcomers also have not just dropped one post, or came to ask.
        if (effects.GetValueOrDefault(SignalNames.Span) <= -SmallEffect && (marks.HasFlag(SegmentMarks.Ask) || effects.GetValueOrDefault(SignalNames.Posts) > -SmallEffect))
        {
            marks |= SegmentMarks.Newcomers;
        }

        return marks;

        void Mark(SegmentMarks mark, string signal, int direction)
        {
            if (direction * effects.GetValueOrDefault(signal) >= MediumEffect)
            {
                marks |= mark;
            }
        }
    }
}
