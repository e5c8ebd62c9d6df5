namespace TextSeg.Mining.Profiles;

/// <summary>
/// Measures what each member wants and how they feel, as shares of those of their posts of which it is known: a post that the classifier was unsure of is evidence of nothing.
/// </summary>
internal static class MemberReadings
{
    public static IReadOnlyList<Signal> Columns { get; } =
    [
        .. ReadingLabels.Intents.Select(intent => Share(SignalGroups.Wants, intent.Signal)),
        Share(SignalGroups.Feels, SignalNames.Negative), Share(SignalGroups.Feels, SignalNames.Positive), Share(SignalGroups.Feels, SignalNames.Frustrated),
        .. ReadingLabels.Emotions.Where(emotion => emotion.Signal.Length > 0).Select(emotion => Share(SignalGroups.Feels, emotion.Signal)),
        Share(SignalGroups.Urgency, SignalNames.Urgent),
    ];

    /// <summary>Fills the columns for a member's rows; those of which nothing is known stay as they are.</summary>
    public static void Measure(PostReading[]? readings, int[] rows, Span<double> target)
    {
        if (readings is null)
        {
            return;
        }

        var at = 0;
        var own = Array.ConvertAll(rows, row => readings[row]);
        var wants = Array.FindAll(own, post => post.Intent != PostIntent.Unknown);
        for (var intent = PostIntent.AskForHelp; intent <= PostIntent.SmallTalk; intent++)
        {
            target[at++] = Share(wants, post => post.Intent == intent);
        }

        var sentiments = Array.FindAll(own, post => post.Sentiment != PostSentiment.Unknown);
        target[at++] = Share(sentiments, post => post.Sentiment == PostSentiment.Negative);
        target[at++] = Share(sentiments, post => post.Sentiment == PostSentiment.Positive);
        target[at++] = Share(Array.FindAll(own, post => !float.IsNaN(post.Frustration)), post => post.IsFrustrated);
        var emotions = Array.FindAll(own, post => post.Emotions != PostEmotions.Unknown);
        for (var emotion = PostEmotions.Anger; emotion < PostEmotions.Neutral; emotion = (PostEmotions)((int)emotion * 2))
        {
            target[at++] = Share(emotions, post => post.Emotions.HasFlag(emotion));
        }

        target[at] = Share(Array.FindAll(own, post => post.Urgency != PostUrgency.Unknown), post => post.Urgency == PostUrgency.Urgent);
    }

    /// <summary>How many of a member's rows say something in a group of signals.</summary>
    public static int Known(PostReading[]? readings, int[] rows, string group) => group switch
    {
        SignalGroups.Wants => rows.Count(row => readings?[row].Intent > PostIntent.Unknown),
        SignalGroups.Feels => rows.Count(row => readings?[row].Sentiment > PostSentiment.Unknown || readings?[row].Emotions > PostEmotions.Unknown),
        SignalGroups.Urgency => rows.Count(row => readings?[row].Urgency > PostUrgency.Unknown),
        _ => rows.Length,
    };

    /// <summary>The intent of each row, from 0; −1 not known. Null where posts were not read.</summary>
    public static int[]? IntentOf(ProfileInput input) => input.Readings is { } readings ? Array.ConvertAll(readings, post => (int)post.Intent - 1) : null;

    private static Signal Share(string group, string name) => new(group, name, SignalUnit.Share);

    private static double Share(PostReading[] known, Func<PostReading, bool> holds) => known.Length == 0 ? double.NaN : known.Count(holds) / (double)known.Length;
}
