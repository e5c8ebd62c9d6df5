using System.CommandLine;
using System.Globalization;
using TextSeg.Cli.Output;
using TextSeg.Engine;
using TextSeg.Engine.Evaluation;
using TextSeg.Engine.Samples;
using TextSeg.Engine.Standalone;
using TextSeg.Mining;
using TextSeg.Mining.Topics;
using TextSeg.Nlp.Encoders;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg eval speed</c>: posts a second in each stage, and memory.</summary>
internal static class EvalSpeedCommand
{
    private const int PostsPerMember = 10;

    // The encoder is measured against ONNX Runtime with all texts in memory.
    private const int MostInMemory = 100_000;

    private static readonly Argument<string[]> Inputs = new("INPUT") { Description = "Posts to measure with (default: an invented community).", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<string> Posts = new("--posts") { Description = "Size of the invented community in posts, at least 500; or several, as 10000,100000. Several, and one of more than 100,000, are timed from file to topics, each in a process of its own.", DefaultValueFactory = _ => "5000" };
    private static readonly Option<bool> Json = Verb.JsonOption();

    public static Command Create()
    {
        Posts.Validators.Add(result => InputOptions.Require(
            result, Sizes(result.GetValueOrDefault<string>() ?? "").All(size => size >= 50 * PostsPerMember), "Posts must be whole numbers of at least 500, with commas between."));
        return new Command("speed", "Measure posts a second in each stage, the encoder against ONNX Runtime alone, and peak memory.")
        {
            Inputs, Posts, InputOptions.Columns, InputOptions.Kind, InputOptions.Model, InputOptions.Seed, InputOptions.Threads, Json,
        }.Does(RunAsync);
    }

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (Sizes(parsed.GetValue(Posts)!) is var sizes && (sizes.Length > 1 || sizes[0] > MostInMemory) && parsed.GetValue(Inputs)!.Length == 0)
        {
            await RunSizesAsync(parsed, sizes, cancellation);
            return;
        }

        using var encoder = InputOptions.LoadEncoder(parsed);
        var (count, seconds, rate) = await ConsoleProgress.RunAsync(TimeProvider.System, async progress =>
        {
            var watch = new StageSeconds(TimeProvider.System, progress);
            var posts = await ReadAsync(parsed, watch, cancellation);
            var topics = TopicsCommand.Options(parsed);
            var found = await Task.Run(() => new TopicJob(encoder, topics).Run(posts.Posts, watch, cancellation), cancellation);
            await Task.Run(() => new TopicWordsJob(topics, Path.GetTempPath()).Run(posts.Posts, found, watch, cancellation), cancellation);
            var seconds = watch.Read();
            var texts = posts.Posts.Where(post => post.HasWords).Select(post => post.Prose).ToArray();
            return (posts.Posts.Count, seconds, await Task.Run(() => new EncoderSpeed(encoder, TimeProvider.System).Measure(texts, cancellation), cancellation));
        });
        var memory = PeakMemory.Megabytes();
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(new { Posts = count, Model = encoder.ModelId, Seconds = seconds, Encoder = rate, PeakMemoryMegabytes = memory, Processors = Environment.ProcessorCount });
        }
        else
        {
            Print(count, seconds, rate, memory);
        }
    }

    private static async Task RunSizesAsync(ParseResult parsed, int[] sizes, CancellationToken cancellation)
    {
        string[] model = parsed.GetValue(InputOptions.Model) is { } name ? ["--model", name] : [];
        var runs = new SpeedRuns([.. model, "--seed", $"{parsed.GetValue(InputOptions.Seed)}", "--threads", $"{parsed.GetValue(InputOptions.Threads)}"]);
        var done = new List<SpeedRun>();
        foreach (var size in sizes)
        {
            done.Add(await runs.RunAsync(size, cancellation));
        }

        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(new { Sizes = done, Processors = Environment.ProcessorCount });
        }
        else
        {
            SpeedRuns.Print(done);
        }
    }

    /// <summary>The numbers between the commas; 0 for what is none.</summary>
    private static int[] Sizes(string posts) =>
        [.. posts.Split(',', StringSplitOptions.TrimEntries).Select(size => int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)];

    private static async Task<PostSet> ReadAsync(ParseResult parsed, StageSeconds progress, CancellationToken cancellation)
    {
        var inputs = parsed.GetValue(Inputs)!;
        if (inputs.Length > 0)
        {
            return await InputOptions.ReadPostsAsync(parsed, inputs, Environment.CurrentDirectory, progress, cancellation);
        }

        var path = Path.Combine(Path.GetTempPath(), $"textseg-speed-{Environment.ProcessId}.jsonl");
        try
        {
            var count = Sizes(parsed.GetValue(Posts)!)[0];
            using (var file = File.Create(path))
            {
                SampleWriter.Write(new SampleCommunity(new SampleOptions { Members = count / PostsPerMember, Posts = count }), file, truth: null, cancellation);
            }

            progress.Report(new StageProgress("invent", count, count));
            return await InputOptions.ReadPostsAsync(parsed, [path], Environment.CurrentDirectory, progress, cancellation);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Print(int posts, IReadOnlyDictionary<string, double> seconds, EncoderRate rate, double memory)
    {
        var table = new FigureTable("Stage", "Seconds", "Posts a second");
        foreach (var (stage, time) in seconds)
        {
            table.Row(stage, FigureTable.Number(time, "0.00"), FigureTable.Count((long)(posts / Math.Max(time, 1e-3))));
        }

        table.Row("all", FigureTable.Number(seconds.Values.Sum(), "0.00"), FigureTable.Count((long)(posts / seconds.Values.Sum()))).Print();
        new FigureTable("Encoder, once warm", "")
            .Row("texts a second, tokenised and encoded", FigureTable.Count((long)rate.TextsPerSecond))
            .Row("texts a second, ONNX Runtime alone", FigureTable.Count((long)rate.RuntimeTextsPerSecond))
            .Row("share of ONNX Runtime's rate", FigureTable.Number(rate.ShareOfRuntime, "0.00"))
            .Row("processors", FigureTable.Count(Environment.ProcessorCount))
            .Row("peak memory", FigureTable.Memory(memory))
            .Print();
    }
}
