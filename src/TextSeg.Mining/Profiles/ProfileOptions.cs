namespace TextSeg.Mining.Profiles;

/// <summary>
/// How much each group of signals counts in a profile. Weights are shares of the cosine between two profiles and are scaled to add up to 1
/// over the groups that a workspace has. The defaults were chosen by how often the later half of a member's posts falls in the segment of the
/// earlier half, and by how well planted segments are found (see src/README.md, decisions).
/// </summary>
public sealed class ProfileOptions
{
    /// <summary>What members write about: the mean of their post vectors. At least 0, default 0.60.</summary>
    public double Theme { get; set; } = 0.60;

    /// <summary>How their posts spread over the topics. At least 0, default 0.15.</summary>
    public double Topics { get; set; } = 0.15;

    /// <summary>How they write: length, questions, code, links, politeness, ratings. At least 0, default 0.08.</summary>
    public double Manner { get; set; } = 0.08;

    /// <summary>When they write: hours, weekends, tenure, cadence. At least 0, default 0.04.</summary>
    public double Time { get; set; } = 0.04;

    /// <summary>To whom: threads opened, answers given and got. At least 0, default 0.05.</summary>
    public double Exchange { get; set; } = 0.05;

    /// <summary>In which languages. At least 0, default 0.08.</summary>
    public double Language { get; set; } = 0.08;

    /// <summary>What they want: the mix of intents of their posts. At least 0, default 0.10.</summary>
    public double Wants { get; set; } = 0.10;

    /// <summary>How they feel: sentiment, emotions, frustration. At least 0, default 0.10.</summary>
    public double Feels { get; set; } = 0.10;

    /// <summary>How urgent it is to them. At least 0, default 0.02.</summary>
    public double Urgency { get; set; } = 0.02;

    /// <summary>Words of prose below which a member is quiet unless their behaviour says enough. At least 0, default 8.</summary>
    public int QuietWords { get; set; } = 8;

    /// <summary>Posts from which behaviour alone (manner, times, exchange) places a member with too few words. At least 1, default 3.</summary>
    public int BehaviourPosts { get; set; } = 3;

    /// <summary>Posts after which a member's own figures count as much as the mean of all (shrinkage). Above 0, default 3.</summary>
    public double Prior { get; set; } = 3;

    /// <exception cref="ArgumentException">Says every fault.</exception>
    public void Validate()
    {
        List<string> faults = [];
        foreach (var (name, weight) in Weights())
        {
            if (!(weight >= 0) || !double.IsFinite(weight))
            {
                faults.Add($"the weight of {name} is {weight} and must be at least 0");
            }
        }

        if (Weights().Sum(pair => pair.Weight) <= 0)
        {
            faults.Add("all weights are 0");
        }

        if (QuietWords < 0 || BehaviourPosts < 1 || !(Prior > 0))
        {
            faults.Add("QuietWords must be at least 0, BehaviourPosts at least 1, Prior above 0");
        }

        if (faults.Count > 0)
        {
            throw new ArgumentException($"Profiles cannot be made: {string.Join("; ", faults)}.");
        }
    }

    internal IEnumerable<(string Name, double Weight)> Weights() =>
    [
        (SignalGroups.Theme, Theme), (SignalGroups.Topics, Topics), (SignalGroups.Manner, Manner), (SignalGroups.Time, Time), (SignalGroups.Exchange, Exchange), (SignalGroups.Language, Language),
        (SignalGroups.Wants, Wants), (SignalGroups.Feels, Feels), (SignalGroups.Urgency, Urgency),
    ];
}
