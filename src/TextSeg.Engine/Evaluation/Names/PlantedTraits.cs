using TextSeg.Engine.Samples.Planting;
using TextSeg.Mining.Profiles;

namespace TextSeg.Engine.Evaluation.Names;

/// <summary>What is certainly true and what is certainly false of the planted segments; what lies between is not asked.</summary>
internal static class PlantedTraits
{
    /// <summary>A topic with this share of a segment's posts is theirs.</summary>
    private const double Theirs = 0.15;

    /// <summary>A topic with at most this share is not.</summary>
    private const double NotTheirs = 0.02;

    private const double ClearlyMore = 1.4;
    private const double NotMore = 1.0;

    /// <summary>True, false, or null where it cannot be said for sure.</summary>
    /// <param name="segment">The planted segment.</param>
    /// <param name="kind">A kind of <see cref="StatementTexts"/>.</param>
    public static bool? IsTrue(SegmentPlan segment, string kind)
    {
        var (what, rest) = (kind.Split(' ')[0], kind[(kind.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        return what switch
        {
            "topic" => Between(segment.Topics.ShareOf(rest), NotTheirs, Theirs),
            "name" => rest == segment.Id ? true : AreApart(segment, PlantedSegments.All.Single(other => other.Id == rest)) ? false : null,
            "language" => segment.Language is { } language && rest == "German" ? language == "de" : false,
            "turned" => rest == segment.Id ? false : null,
            "signal" => Signal(segment, rest[..^2], rest[^1] == '+'),
            _ => false,
        };
    }

    private static bool? Between(double value, double no, double yes) => value >= yes ? true : value <= no ? false : null;

    private static bool AreApart(SegmentPlan one, SegmentPlan other) =>
        one.Topics.Labels.Sum(topic => Math.Min(one.Topics.ShareOf(topic), other.Topics.ShareOf(topic))) < 0.2;

    private static bool? Signal(SegmentPlan segment, string signal, bool more)
    {
        if (signal == SignalNames.Span)
        {
            return segment.JoinsAfter > 0;
        }

        var mean = PlantedSegments.All.Sum(plan => plan.Share * Value(plan, signal));
        var ratio = more ? Value(segment, signal) / mean : mean / Value(segment, signal);
        return Between(ratio, NotMore, ClearlyMore);
    }

    private static double Value(SegmentPlan plan, string signal) => signal switch
    {
        SignalNames.Words => plan.Words,
        SignalNames.Emoji => plan.Emoji,
        SignalNames.Polite => plan.Polite,
        SignalNames.Code => plan.Code,
        SignalNames.Questions => plan.Intents.ShareOf("ask"),
        SignalNames.Answers => plan.Kinds.ShareOf("forum") * plan.Intents.Labels.Sum(intent => plan.Intents.ShareOf(intent) * PostPlanner.ReplyChance(intent)),
        SignalNames.Evening => (plan.Hours[0] + (plan.Hours[1] / 2) + (plan.Hours[4] / 2) + plan.Hours[5]) / plan.Hours.Sum(),
        _ => throw new ArgumentException($"Nothing is planted of {signal}.", nameof(signal)),
    };
}
