namespace TextSeg.Mining.Profiles;

/// <summary>Counts how often each mood, intent and urgency was read in some posts, and in how many the classifier was unsure.</summary>
/// <param name="fewest">Known posts below which no share is given. Default 20: the 95 % interval of a half is then 30 to 70 %.</param>
public sealed class ReadingCounts(int fewest = ReadingCounts.FewestPosts)
{
    /// <summary>Known posts below which no share is shown to a reader.</summary>
    public const int FewestPosts = 20;

    private readonly int[] _intents = new int[ReadingLabels.Intents.Count];
    private readonly int[] _sentiments = new int[ReadingLabels.Sentiments.Count];
    private readonly int[] _emotions = new int[ReadingLabels.Emotions.Count];
    private readonly int[] _urgencies = new int[ReadingLabels.Urgencies.Count];
    private int _emotionKnown;
    private int _frustrationKnown;
    private int _frustrated;

    /// <summary>Posts counted, also those of which nothing is known.</summary>
    public int Posts { get; private set; }

    public void Add(PostReading reading)
    {
        Posts++;
        Count(_intents, (int)reading.Intent - 1);
        Count(_sentiments, (int)reading.Sentiment - 1);
        Count(_urgencies, (int)reading.Urgency - 1);
        _emotionKnown += reading.Emotions != PostEmotions.Unknown ? 1 : 0;
        for (var place = 0; place < _emotions.Length; place++)
        {
            _emotions[place] += reading.Emotions.HasFlag((PostEmotions)(1 << place)) ? 1 : 0;
        }

        _frustrationKnown += float.IsNaN(reading.Frustration) ? 0 : 1;
        _frustrated += reading.IsFrustrated ? 1 : 0;
    }

    /// <summary>What was counted.</summary>
    public ReadingSummary Summary() => new()
    {
        Posts = Posts,
        Wants = Shares(ReadingLabels.Intents, _intents, _intents.Sum()),
        Sentiments = Shares(ReadingLabels.Sentiments, _sentiments, _sentiments.Sum(), sorted: false),
        Emotions = Shares(ReadingLabels.Emotions, _emotions, _emotionKnown),
        Urgencies = Shares(ReadingLabels.Urgencies, _urgencies, _urgencies.Sum(), sorted: false),
        Frustrated = _frustrated,
        ShareFrustrated = _frustrationKnown >= fewest ? _frustrated / (double)_frustrationKnown : null,
    };

    private ReadingShares Shares(IReadOnlyList<ReadingLabel> labels, int[] counts, int known, bool sorted = true)
    {
        if (known < fewest)
        {
            return new ReadingShares(known, Posts - known, []);
        }

        var all = Enumerable.Range(0, counts.Length).Where(place => counts[place] > 0);
        var order = sorted ? all.OrderByDescending(place => counts[place]).ThenBy(place => place) : all;
        return new ReadingShares(known, Posts - known, [.. order.Select(place => new ReadingShare(labels[place].Name, labels[place].Words, counts[place], counts[place] / (double)known))]);
    }

    private static void Count(int[] counts, int place)
    {
        if (place >= 0)
        {
            counts[place]++;
        }
    }
}
