using System.CommandLine;
using TextSeg.Cli.Output;
using TextSeg.Engine.Evaluation;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg eval stability</c>: are the same topics found when a fifth of the posts is missing?</summary>
internal static class EvalStabilityCommand
{
    private static readonly Option<int> Samples = new("--samples") { Description = "Samples of 80 % of the posts, 1 to 50.", DefaultValueFactory = _ => 3 };
    private static readonly Option<bool> Json = Verb.JsonOption();

    static EvalStabilityCommand() => Samples.Validators.Add(result => InputOptions.Require(result, result.GetValueOrDefault<int>() is >= 1 and <= 50, "Samples must be 1 to 50."));

    public static Command Create() =>
        new Command("stability", "Find topics, then find them anew in samples of 80 % of the posts, and tell how well the two agree.")
        {
            InputOptions.Inputs, InputOptions.Columns, InputOptions.Kind, InputOptions.Model, TopicsCommand.Level, Samples, InputOptions.Seed, InputOptions.Threads, Json,
        }.Does(RunAsync);

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var options = TopicsCommand.Options(parsed);
        using var encoder = InputOptions.LoadEncoder(parsed);
        var (test, seconds) = await ConsoleProgress.RunAsync(TimeProvider.System, async progress =>
        {
            var watch = new StageSeconds(TimeProvider.System, progress);
            var posts = await InputOptions.ReadPostsAsync(parsed, Environment.CurrentDirectory, watch, cancellation);
            return (await Task.Run(() => StabilityTest.Run(encoder, options, posts.Posts, parsed.GetValue(Samples), watch, cancellation), cancellation), watch.Read());
        });
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(new { Model = encoder.ModelId, options.Seed, Figures = test, Seconds = seconds, PeakMemoryMegabytes = PeakMemory.Megabytes() });
            return;
        }

        new FigureTable("Stability", encoder.ModelId)
            .Row("posts", FigureTable.Count(test.Posts))
            .Row("K / K of the samples", $"{test.K} / {string.Join(", ", test.Resampling.Counts)}")
            .Row("silhouette", FigureTable.Number(test.Silhouette))
            .Row("ARI with the samples, all posts", FigureTable.Number(test.Resampling.Agreement))
            .Row("ARI with the samples, core posts", FigureTable.Number(test.Resampling.CoreAgreement))
            .Row("core posts", FigureTable.Share(test.Resampling.ShareCore))
            .Seconds(seconds)
            .Row("peak memory", FigureTable.Memory(PeakMemory.Megabytes()))
            .Print();
    }
}
