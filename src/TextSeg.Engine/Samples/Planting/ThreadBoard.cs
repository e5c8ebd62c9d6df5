namespace TextSeg.Engine.Samples.Planting;

/// <summary>What a reply needs to know of the post it answers.</summary>
internal sealed record ThreadPost(string Id, string Member, string MemberName, string Quote, int Number);

/// <summary>An open thread and its last post.</summary>
internal sealed class OpenThread
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required ThreadPost Last { get; set; }

    public required DateTime LastTime { get; set; }
}

/// <summary>The threads that still get answers, a few for each topic and language.</summary>
internal sealed class ThreadBoard
{
    private const int OpenThreads = 8;
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(30);
    private readonly Dictionary<(string Topic, string Language), List<OpenThread>> _threads = [];

    /// <summary>A thread in which this member can answer somebody else now, or null.</summary>
    public OpenThread? Pick(string topic, string language, string member, DateTime now, Dice dice)
    {
        if (!_threads.TryGetValue((topic, language), out var open) || open.Count == 0)
        {
            return null;
        }

        var thread = dice.Of(open);
        return now - thread.LastTime < LongestPause && thread.Last.Member != member ? thread : null;
    }

    public void Open(string topic, string language, OpenThread thread, Dice dice)
    {
        if (!_threads.TryGetValue((topic, language), out var open))
        {
            _threads[(topic, language)] = open = [];
        }

        if (open.Count < OpenThreads)
        {
            open.Add(thread);
        }
        else
        {
            open[dice.Below(OpenThreads)] = thread;
        }
    }
}
