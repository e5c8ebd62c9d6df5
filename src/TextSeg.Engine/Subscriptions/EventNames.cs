namespace TextSeg.Engine.Subscriptions;

/// <summary>What can be told of.</summary>
public static class EventNames
{
    /// <summary>A run has ended, well or not.</summary>
    public const string RunFinished = "run.finished";

    /// <summary>Members write about a topic with more and more frustration.</summary>
    public const string TopicRising = "topic.rising";

    /// <summary>An uploaded file was read, or could not be.</summary>
    public const string ImportFinished = "import.finished";

    /// <summary>A member was erased.</summary>
    public const string ErasureDone = "erasure.done";

    /// <summary>Only a try.</summary>
    public const string Test = "test";

    /// <summary>What can be subscribed to.</summary>
    public static IReadOnlyList<string> All { get; } = [RunFinished, TopicRising, ImportFinished, ErasureDone];
}
