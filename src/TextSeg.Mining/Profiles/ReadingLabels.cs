namespace TextSeg.Mining.Profiles;

/// <summary>The labels of moods and intents: as classifiers spell them, and in the words that a card shows.</summary>
public static class ReadingLabels
{
    /// <summary>What a classifier says when it cannot tell.</summary>
    public const string Unsure = "unsure";

    /// <summary>The name of the frustration score, and of posts with a high one.</summary>
    public const string Frustrated = "frustrated";

    /// <summary>Intents; place i is the intent i + 1.</summary>
    public static IReadOnlyList<ReadingLabel> Intents { get; } =
    [
        new("ask-for-help", SignalNames.AskForHelp, "ask for help"),
        new("report-problem", SignalNames.ReportProblem, "report a problem"),
        new("request-feature", SignalNames.RequestFeature, "request a feature"),
        new("complain", SignalNames.Complain, "complain"),
        new("praise", SignalNames.Praise, "praise"),
        new("consider-buying", SignalNames.ConsiderBuying, "consider buying"),
        new("intend-to-leave", SignalNames.IntendToLeave, "intend to leave"),
        new("help-another", SignalNames.HelpAnother, "help another"),
        new("share", SignalNames.ShareNews, "share or announce"),
        new("discuss", SignalNames.Discuss, "discuss"),
        new("small-talk", SignalNames.SmallTalk, "small talk"),
    ];

    /// <summary>Emotions; place i is the bit i of <see cref="PostEmotions"/>.</summary>
    public static IReadOnlyList<ReadingLabel> Emotions { get; } =
    [
        new("anger", SignalNames.Anger, "anger"), new("annoyance", SignalNames.Annoyance, "annoyance"), new("disappointment", SignalNames.Disappointment, "disappointment"),
        new("confusion", SignalNames.Confusion, "confusion"), new("worry", SignalNames.Worry, "worry"), new("sadness", SignalNames.Sadness, "sadness"),
        new("joy", SignalNames.Joy, "joy"), new("gratitude", SignalNames.Gratitude, "gratitude"), new("admiration", SignalNames.Admiration, "admiration"),
        new("excitement", SignalNames.Excitement, "excitement"), new("surprise", SignalNames.Surprise, "surprise"), new("neutral", "", "no strong feeling"),
    ];

    /// <summary>Sentiments; place i is the sentiment i + 1.</summary>
    public static IReadOnlyList<ReadingLabel> Sentiments { get; } =
        [new("negative", SignalNames.Negative, "negative"), new("neutral", "", "neutral"), new("positive", SignalNames.Positive, "positive"), new("mixed", "", "mixed")];

    /// <summary>Urgencies; place i is the urgency i + 1.</summary>
    public static IReadOnlyList<ReadingLabel> Urgencies { get; } = [new("calm", "", "calm"), new("normal", "", "normal"), new("urgent", SignalNames.Urgent, "urgent")];

    /// <summary>What is known of a post, as classifiers spell it: sentiment, "frustrated", emotions, intent, urgency. Neutral and normal ones are left out.</summary>
    public static IReadOnlyList<string> Of(PostReading reading)
    {
        var labels = new List<string>();
        Add(Sentiments, (int)reading.Sentiment - 1);
        if (reading.IsFrustrated)
        {
            labels.Add(Frustrated);
        }

        for (var place = 0; place < Emotions.Count; place++)
        {
            Add(Emotions, reading.Emotions.HasFlag((PostEmotions)(1 << place)) ? place : -1);
        }

        Add(Intents, (int)reading.Intent - 1);
        Add(Urgencies, (int)reading.Urgency - 1);
        return labels;

        void Add(IReadOnlyList<ReadingLabel> list, int place)
        {
            if (place >= 0 && list[place].Name is not ("neutral" or "normal"))
            {
                labels.Add(list[place].Name);
            }
        }
    }

    /// <summary>The place of a label in a list, −1 where it is none of it.</summary>
    public static int PlaceOf(IReadOnlyList<ReadingLabel> labels, string name)
    {
        for (var place = 0; place < labels.Count; place++)
        {
            if (labels[place].Name == name)
            {
                return place;
            }
        }

        return -1;
    }
}

/// <summary>One label.</summary>
/// <param name="Name">As classifiers and filters spell it.</param>
/// <param name="Signal">The signal of members that counts it; empty where none does.</param>
/// <param name="Words">For a reader.</param>
public sealed record ReadingLabel(string Name, string Signal, string Words);
