using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TextSeg.Engine;

/// <summary>What the engine tells to whoever listens: one activity for each stage, and counts. Never a text, a name or an address.</summary>
public static class Telemetry
{
    /// <summary>Name of the activities' source and of the meter.</summary>
    public const string Name = "TextSeg.Engine";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    /// <summary>Posts that were new.</summary>
    internal static readonly Counter<long> PostsAdded = Meter.CreateCounter<long>("textseg.posts.added", "{post}");

    /// <summary>Records that could not be taken.</summary>
    internal static readonly Counter<long> RowsRejected = Meter.CreateCounter<long>("textseg.rows.rejected", "{row}");

    /// <summary>Vectors that were made.</summary>
    internal static readonly Counter<long> PostsEncoded = Meter.CreateCounter<long>("textseg.posts.encoded", "{post}");

    /// <summary>Begins the activity of a stage.</summary>
    internal static Activity? Begin(string stage) => Source.StartActivity(stage);
}
