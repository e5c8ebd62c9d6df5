using System.Globalization;
using TextSeg.Engine.Segments;
using TextSeg.Mining.Profiles;

namespace TextSeg.Cli.Output;

/// <summary>Moods and intents as lines of a card.</summary>
internal static class ReadingText
{
    private const int MostLabels = 6;
    private static readonly CultureInfo Culture = CultureInfo.CurrentCulture;

    /// <summary>What the authors want.</summary>
    public static IEnumerable<string> Wants(ReadingSummary? read, bool inPosts = false) => read is null ? [] : Lines(read.Wants, inPosts);

    /// <summary>How they feel: sentiment, frustration, emotions and urgency.</summary>
    public static IEnumerable<string> Feels(ReadingSummary? read, bool inPosts = false) => read is null ? [] :
    [
        .. Lines(read.Sentiments, inPosts),
        .. inPosts ? (string[])[string.Create(Culture, $"{read.Frustrated,6:N0}  frustrated")] : read.ShareFrustrated is { } share ? [string.Create(Culture, $"{share,5:P0}  frustrated")] : [],
        .. Lines(read.Emotions with { Unsure = 0 }, inPosts),
        .. Lines(read.Urgencies with { Unsure = 0 }, inPosts),
    ];

    /// <summary>Shares of a segment with their intervals beside everybody else's.</summary>
    public static IEnumerable<string> Beside(IReadOnlyList<SegmentReading>? shares, double? unsure)
    {
        foreach (var share in (shares ?? []).Take(MostLabels))
        {
            yield return string.Create(Culture, $"{share.Here,5:P0}  {share.Words} ({share.Low:P0} to {share.High:P0}), others {share.Elsewhere:P0}{(share.Differs ? "" : ", chance or language may explain it")}");
        }

        if (unsure is { } part)
        {
            yield return string.Create(Culture, $"{part,5:P0}  of their posts cannot be told");
        }
    }

    private static IEnumerable<string> Lines(ReadingShares shares, bool inPosts)
    {
        foreach (var label in shares.Labels.Take(MostLabels))
        {
            yield return inPosts ? string.Create(Culture, $"{label.Posts,6:N0}  {label.Words}") : string.Create(Culture, $"{label.Share,5:P0}  {label.Words}");
        }

        if (shares.Labels.Count == 0 && shares.Known > 0)
        {
            yield return string.Create(Culture, $"of {shares.Known:N0} posts only it is known, too few for a share");
        }

        if (shares.Unsure > 0)
        {
            yield return string.Create(Culture, $"{shares.Unsure,6:N0}  posts of which it cannot be told");
        }
    }
}
