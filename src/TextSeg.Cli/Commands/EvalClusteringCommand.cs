using System.CommandLine;
using TextSeg.Cli.Output;
using TextSeg.Engine.Evaluation;
using TextSeg.Engine.Standalone;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg eval clustering</c>: topics against groups known beforehand.</summary>
internal static class EvalClusteringCommand
{
    private static readonly Option<bool> Json = Verb.JsonOption();

    public static Command Create() =>
        new Command("clustering", "Find topics without looking at the labels, then tell how well the two agree.")
        {
            InputOptions.Inputs, InputOptions.Label, InputOptions.Columns, InputOptions.Kind, InputOptions.Model, TopicsCommand.Level, InputOptions.Seed, InputOptions.Threads, Json,
        }.Does(RunAsync);

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var options = TopicsCommand.Options(parsed);
        using var encoder = InputOptions.LoadEncoder(parsed);
        var (figures, seconds) = await ConsoleProgress.RunAsync(TimeProvider.System, async progress =>
        {
            var watch = new StageSeconds(TimeProvider.System, progress);
            var posts = await InputOptions.ReadPostsAsync(parsed, Environment.CurrentDirectory, watch, cancellation, parsed.GetValue(InputOptions.Label));
            var topics = await Task.Run(() => new TopicJob(encoder, options).Run(posts.Posts, watch, cancellation), cancellation);
            return (ClusteringEvaluation.Of(posts.Posts, topics), watch.Read());
        });
        var memory = PeakMemory.Megabytes();
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(new { Model = encoder.ModelId, options.Seed, Figures = figures, Seconds = seconds, PeakMemoryMegabytes = memory });
        }
        else
        {
            Print(figures, seconds, memory, encoder.ModelId);
        }
    }

    private static void Print(ClusteringEvaluation figures, IReadOnlyDictionary<string, double> seconds, double memory, string model) => new FigureTable("Clustering", model)
        .Row("posts", FigureTable.Count(figures.Posts))
        .Row("K found / K true", $"{figures.K} / {figures.TrueK}")
        .Row("NMI × 100", FigureTable.Number(100 * figures.Nmi, "0.0"))
        .Row("ARI × 100", FigureTable.Number(100 * figures.Ari, "0.0"))
        .Row("accuracy × 100", FigureTable.Number(100 * figures.Accuracy, "0.0"))
        .Row("silhouette", FigureTable.Number(figures.Silhouette))
        .Row("stability (ARI)", FigureTable.Number(figures.Stability))
        .Row("core / edge", $"{FigureTable.Share(figures.ShareCore)} / {FigureTable.Share(figures.ShareEdge)}")
        .Row("unsure", FigureTable.Share(figures.ShareUnsure))
        .Row("none", FigureTable.Share(figures.ShareNone))
        .Seconds(seconds)
        .Row("peak memory", FigureTable.Memory(memory))
        .Print();
}
