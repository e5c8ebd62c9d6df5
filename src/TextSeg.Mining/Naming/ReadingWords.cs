using TextSeg.Mining.Profiles;

namespace TextSeg.Mining.Naming;

/// <summary>The words of a name for what members want and how they feel: only for a difference of at least medium strength, the strongest first.</summary>
internal static class ReadingWords
{
    private static readonly (string Signal, string With, string Alone)[] Deeds =
    [
        (SignalNames.AskForHelp, "who ask for help with", "who ask for help"),
        (SignalNames.ReportProblem, "who report problems with", "who report problems"),
        (SignalNames.RequestFeature, "who request features for", "who request features"),
        (SignalNames.Complain, "who complain about", "who complain"),
        (SignalNames.Praise, "who praise", "who praise what they use"),
        (SignalNames.ConsiderBuying, "who think of buying", "who think of buying"),
        (SignalNames.IntendToLeave, "who think of leaving over", "who think of leaving"),
        (SignalNames.HelpAnother, "who help others with", "who help others"),
    ];

    private static readonly (string Signal, string Word)[] Feelings =
    [
        (SignalNames.Frustrated, "frustrated"), (SignalNames.Anger, "angry"), (SignalNames.Annoyance, "annoyed"), (SignalNames.Disappointment, "disappointed"),
        (SignalNames.Confusion, "confused"), (SignalNames.Worry, "worried"), (SignalNames.Joy, "cheerful"), (SignalNames.Gratitude, "grateful"),
    ];

    /// <summary>For example "who ask for help with".</summary>
    public static IEnumerable<string> DeedsWith(SegmentEvidence evidence) => Telling(evidence).SelectMany(signal => Deeds.Where(deed => deed.Signal == signal).Select(deed => deed.With));

    /// <summary>For example "who ask for help", where no phrase can follow.</summary>
    public static IEnumerable<string> DeedsAlone(SegmentEvidence evidence) => Telling(evidence).SelectMany(signal => Deeds.Where(deed => deed.Signal == signal).Select(deed => deed.Alone));

    /// <summary>For example "frustrated"; null where no feeling marks them.</summary>
    public static string? Feeling(SegmentEvidence evidence) =>
        Telling(evidence).SelectMany(signal => Feelings.Where(feeling => feeling.Signal == signal).Select(feeling => feeling.Word)).FirstOrDefault();

    private static IEnumerable<string> Telling(SegmentEvidence evidence) =>
        evidence.Readings.Where(figure => figure.Effect >= SegmentEvidenceBuilder.MediumEffect).Select(figure => figure.What);
}
