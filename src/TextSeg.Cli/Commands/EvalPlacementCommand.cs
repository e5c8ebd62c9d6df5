using System.CommandLine;
using TextSeg.Cli.Output;
using TextSeg.Engine.Evaluation;
using TextSeg.Engine.Topics.Placement;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg eval placement</c>: do posts that <c>add</c> places land where a whole run puts them?</summary>
internal static class EvalPlacementCommand
{
    private static readonly Option<double> Share = new("--share") { Description = "Share of the posts, the earliest by time, whose topics the others are placed in; 0.05 to 0.99.", DefaultValueFactory = _ => 0.5 };
    private static readonly Option<int> Compared = new("--compared") { Description = "Different texts up to which every one is compared; beyond, by the index.", DefaultValueFactory = _ => new PlacementOptions().MostTextsCompared };
    private static readonly Option<bool> Json = Verb.JsonOption();

    static EvalPlacementCommand()
    {
        Share.Validators.Add(result => InputOptions.Require(result, result.GetValueOrDefault<double>() is >= 0.05 and <= 0.99, "Share must be 0.05 to 0.99."));
        Compared.Validators.Add(result => InputOptions.Require(result, result.GetValueOrDefault<int>() >= 1, "Compared must be at least 1."));
    }

    public static Command Create() =>
        new Command("placement", "Place the later posts in the topics of the earlier ones, and tell how well that agrees with finding the topics of all posts.")
        {
            InputOptions.Inputs, InputOptions.Columns, InputOptions.Kind, InputOptions.Model, TopicsCommand.Level, Share, Compared, InputOptions.Seed, InputOptions.Threads, Json,
        }.Does(RunAsync);

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var options = TopicsCommand.Options(parsed);
        using var encoder = InputOptions.LoadEncoder(parsed);
        var placement = new PlacementOptions { MostTextsCompared = parsed.GetValue(Compared), Seed = options.Seed };
        var test = await ConsoleProgress.RunAsync(TimeProvider.System, async progress =>
        {
            var posts = await InputOptions.ReadPostsAsync(parsed, Environment.CurrentDirectory, progress, cancellation);
            return await Task.Run(() => PlacementTest.Run(encoder, options, placement, posts.Posts, parsed.GetValue(Share), progress, cancellation), cancellation);
        });
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(new { Model = encoder.ModelId, options.Seed, Figures = test, PeakMemoryMegabytes = PeakMemory.Megabytes() });
            return;
        }

        new FigureTable("Placement", encoder.ModelId)
            .Row("topics of all posts / of the earlier", $"{test.K} / {test.EarlierK}")
            .Row("later posts placed", FigureTable.Count(test.Later.Posts))
            .Row("placed against found: ARI / NMI / accuracy", Agreement(test.Later))
            .Row("earlier posts, found twice: ARI / NMI / accuracy", Agreement(test.Earlier))
            .Row("placed in the topics of all posts: share right", FigureTable.Share(test.LeftOut))
            .Row("neighbours found by the index", FigureTable.Share(test.IndexRecall))
            .Print();
    }

    private static string Agreement(TopicAgreement agreement) =>
        $"{FigureTable.Number(agreement.Ari)} / {FigureTable.Number(agreement.Nmi)} / {FigureTable.Number(agreement.Accuracy)}";
}
