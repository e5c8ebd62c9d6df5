using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TextSeg.Cli.Output;
using TextSeg.Engine;
using TextSeg.Engine.Samples;

namespace TextSeg.Cli.Commands;

/// <summary>One size of <c>textseg eval speed --posts A,B,…</c>.</summary>
internal sealed record SpeedRun
{
    public required int Posts { get; init; }

    /// <summary>Topics at the reader's level.</summary>
    public required int K { get; init; }

    /// <summary>Share of the true nearest neighbours found, 1 where every pair was looked at.</summary>
    public required double NeighborRecall { get; init; }

    public required IReadOnlyDictionary<string, double> Seconds { get; init; }

    public required double TotalSeconds { get; init; }

    /// <summary>The most memory that the process of this size held, in megabytes of 1,048,576 bytes.</summary>
    public required double PeakMemoryMegabytes { get; init; }
}

/// <summary>Finds the topics of invented communities of several sizes, each in a process of its own, so that each has its own peak of memory.</summary>
internal sealed class SpeedRuns(IReadOnlyList<string> passedOn)
{
    private const int PostsPerMember = 10;
    private static readonly string[] LevelStages = ["resolutions", "choice of level", "consensus", "stability", "splits", "hierarchy"];

    /// <summary>Runs one size.</summary>
    /// <exception cref="JobException">The process of this size failed.</exception>
    public async Task<SpeedRun> RunAsync(int posts, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("textseg-speed-");
        try
        {
            var path = Path.Combine(folder.FullName, "posts.jsonl");
            await using (var file = File.Create(path))
            {
                SampleWriter.Write(new SampleCommunity(new SampleOptions { Members = posts / PostsPerMember, Posts = posts }, cancellation), file, truth: null, cancellation);
            }

            var start = TimeProvider.System.GetTimestamp();
            var summary = await TopicsAsync(path, Path.Combine(folder.FullName, "topics.jsonl"), cancellation);
            var total = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
            return new SpeedRun
            {
                Posts = posts,
                K = summary.GetProperty("k").GetInt32(),
                NeighborRecall = summary.GetProperty("neighborRecall").GetDouble(),
                Seconds = summary.GetProperty("seconds").EnumerateObject().ToDictionary(stage => stage.Name, stage => stage.Value.GetDouble()),
                TotalSeconds = Math.Round(total, 1),
                PeakMemoryMegabytes = summary.GetProperty("peakMemoryMegabytes").GetDouble(),
            };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Posts against seconds and memory.</summary>
    public static void Print(IEnumerable<SpeedRun> runs)
    {
        var table = new FigureTable("Posts", "Read", "Clean", "Encode", "Neighbours", "Levels", "Phrases", "Write", "Seconds, all", "Peak memory", "Neighbours found", "Topics");
        foreach (var run in runs)
        {
            table.Row(
                FigureTable.Count(run.Posts),
                Seconds(run, "read"),
                Seconds(run, "clean"),
                Seconds(run, "encode"),
                Seconds(run, "neighbours"),
                Seconds(run, LevelStages),
                Seconds(run, "phrases"),
                Seconds(run, "write"),
                FigureTable.Number(run.TotalSeconds, "N0"),
                FigureTable.Memory(run.PeakMemoryMegabytes),
                FigureTable.Share(run.NeighborRecall),
                FigureTable.Count(run.K));
        }

        table.Print();
    }

    private async Task<JsonElement> TopicsAsync(string posts, string result, CancellationToken cancellation)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["topics", posts, "--out", result, "--json", .. passedOn]) { RedirectStandardOutput = true })!;
        await using var stop = cancellation.Register(process.Kill);
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 0
            ? JsonDocument.Parse(output).RootElement
            : throw new JobException(string.Create(CultureInfo.InvariantCulture, $"The run over {posts} ended with exit code {process.ExitCode}: see above."));
    }

    private static string Seconds(SpeedRun run, params string[] stages) => FigureTable.Number(stages.Sum(stage => run.Seconds.GetValueOrDefault(stage)), "N1");
}
