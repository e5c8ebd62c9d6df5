using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TextSeg.Engine;

/// <summary>What the engine tells to whoever listens: one activity for each stage, counts and seconds. Never a text, a name or an address.</summary>
public static class Telemetry
{
    /// <summary>Name of the activities' source and of the meter.</summary>
    public const string Name = "TextSeg.Engine";

    private const string StageTag = "stage";
    private const string ModelTag = "model";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Posts = Meter.CreateCounter<long>("textseg.posts", "{post}", "Posts that a stage has done.");
    private static readonly Histogram<double> StageSeconds = Meter.CreateHistogram<double>("textseg.stage.duration", "s", "How long a stage worked, a turn of some posts or a whole run.");
    private static readonly Histogram<double> ModelSeconds = Meter.CreateHistogram<double>("textseg.model.duration", "s", "How long a model worked on a batch.");

    /// <summary>Records that could not be taken.</summary>
    internal static readonly Counter<long> RowsRejected = Meter.CreateCounter<long>("textseg.rows.rejected", "{row}", "Records that could not be taken.");

    /// <summary>Counts posts that a stage has done.</summary>
    internal static void Count(string stage, long posts) => Posts.Add(posts, KeyValuePair.Create<string, object?>(StageTag, stage));

    /// <summary>Begins the activity of a stage, and its time; both end when it is disposed of.</summary>
    internal static TimedWork Begin(string stage) => new(Source.StartActivity(stage), StageSeconds, KeyValuePair.Create<string, object?>(StageTag, stage));

    /// <summary>Begins the time that a model works on a batch.</summary>
    internal static TimedWork BeginModel(string model) => new(null, ModelSeconds, KeyValuePair.Create<string, object?>(ModelTag, model));
}

/// <summary>Work whose time is taken until it is disposed of.</summary>
internal readonly struct TimedWork(Activity? activity, Histogram<double> seconds, KeyValuePair<string, object?> tag) : IDisposable
{
    private readonly long _start = Stopwatch.GetTimestamp();

    public void Dispose()
    {
        seconds.Record(Stopwatch.GetElapsedTime(_start).TotalSeconds, tag);
        activity?.Dispose();
    }
}
