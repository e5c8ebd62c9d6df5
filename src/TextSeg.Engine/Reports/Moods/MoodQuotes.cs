using TextSeg.Mining.Profiles;

namespace TextSeg.Engine.Reports.Moods;

/// <summary>Chooses frustrated posts to quote: urgent ones first, then the most frustrated, each by another author.</summary>
internal sealed class MoodQuotes(QuoteReader reader)
{
    private const int FewestCharacters = 30;
    private const int MostCharacters = 900;
    private const int MostLabels = 3;

    /// <summary>Up to so many quotes of posts in a stable order.</summary>
    public IReadOnlyList<ReportMoodQuote> Choose(IEnumerable<MoodPost> posts, int count)
    {
        var chosen = posts.Where(post => post.Reading.IsFrustrated && post.Characters is >= FewestCharacters and <= MostCharacters)
            .OrderByDescending(post => post.Reading.Urgency == PostUrgency.Urgent).ThenByDescending(post => post.Reading.Frustration)
            .DistinctBy(post => post.Member ?? -post.Id).Take(count).ToArray();
        return [.. chosen.Zip(reader.Read(chosen.Select(post => post.Id)), (post, quote) => new ReportMoodQuote(quote, post.Reading.Urgency == PostUrgency.Urgent, Labels(post.Reading)))];
    }

    private static IReadOnlyList<string> Labels(PostReading reading) =>
    [
        .. ReadingLabels.Emotions.Where((label, place) => label.Signal.Length > 0 && reading.Emotions.HasFlag((PostEmotions)(1 << place))).Select(label => label.Words).Take(MostLabels),
        .. reading.Intent == PostIntent.Unknown ? (string[])[] : [ReadingLabels.Intents[(int)reading.Intent - 1].Words],
    ];
}
