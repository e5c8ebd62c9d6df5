using System.CommandLine;
using System.Globalization;
using TextSeg.Cli.Output;
using TextSeg.Engine;
using TextSeg.Engine.Evaluation.Names;
using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Samples;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg eval names</c>: whether lies in names of segments are caught, and truth is let through.</summary>
internal static class EvalNamesCommand
{
    private static readonly Option<int> Names = new("--names") { Description = "Names to draft, three true statements and one lie each; at least 1.", DefaultValueFactory = _ => 200 };
    private static readonly Option<int[]> Members = new("--members") { Description = "Members of each invented community, one or several sizes; ten posts for each member.", DefaultValueFactory = _ => [1_000, 2_000], AllowMultipleArgumentsPerToken = true };
    private static readonly Option<int> Sample = new("--sample") { Description = "Seed of the invented community.", DefaultValueFactory = _ => 1 };
    private static readonly Option<bool> Json = Verb.JsonOption();

    public static Command Create()
    {
        Names.Validators.Add(result => InputOptions.Require(result, result.GetValueOrDefault<int>() is >= 1 and <= 100_000, "Names must be 1 to 100,000."));
        return new Command("names", "Draft names with a lie in each from what was planted in an invented community, and count which statements are struck.")
        {
            Names, Members, Sample, InputOptions.Model, InputOptions.Seed, InputOptions.Threads, Json,
        }.Does(RunAsync);
    }

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var encoder = InputOptions.LoadEncoder(parsed);
        var (threads, seed) = (parsed.GetValue(InputOptions.Threads), parsed.GetValue(InputOptions.Seed));
        var options = new MiningOptions { Ingest = new IngestOptions { Threads = threads }, Topics = { Seed = seed, Threads = threads }, Segments = { Seed = seed, Threads = threads } };
        using var classifier = ReaderOptions.LoadShipped(parsed);
        var test = new NamesTest(new MiningTools(encoder, InputOptions.LoadLanguages()) { Classifier = classifier }, options, TimeProvider.System);
        var scores = new List<(int Members, NamesScore Score)>();
        foreach (var members in parsed.GetValue(Members)!)
        {
            var sample = new SampleOptions { Members = members, Posts = (int)Math.Min(10L * members, int.MaxValue), Seed = parsed.GetValue(Sample) };
            scores.Add((members, await ConsoleProgress.RunAsync(TimeProvider.System, progress => Task.Run(() => test.RunAsync(sample, parsed.GetValue(Names), progress, cancellation), cancellation))));
        }

        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(new { Model = encoder.ModelId, Seed = seed, Sample = parsed.GetValue(Sample), Communities = scores.Select(pair => new { pair.Members, pair.Score }) });
            return;
        }

        foreach (var (members, score) in scores)
        {
            Console.Out.WriteLine(string.Create(CultureInfo.CurrentCulture, $"A community of {members:N0} members:"));
            Print(score);
        }
    }

    private static void Print(NamesScore score)
    {
        var table = new FigureTable("Statements", "Drafted", "Struck", "Share struck");
        foreach (var kind in score.Kinds)
        {
            table.Row((kind.IsTrue ? "" : "lie: ") + kind.Kind, FigureTable.Count(kind.Statements), FigureTable.Count(kind.Struck), FigureTable.Share(kind.Struck / (double)kind.Statements));
        }

        table.Row("all true statements", FigureTable.Count(score.Truths), FigureTable.Count(score.TruthsStruck), FigureTable.Share(score.ShareOfTruthsStruck));
        table.Row("all lies", FigureTable.Count(score.Lies), FigureTable.Count(score.LiesStruck), FigureTable.Share(score.ShareOfLiesStruck));
        table.Print();
        Console.Out.WriteLine(string.Create(
            CultureInfo.CurrentCulture, $"Of {score.Names:N0} names with one lie each, {score.ShareOfLiesStruck:P1} of the lies and {score.ShareOfTruthsStruck:P1} of the true statements were struck."));
    }
}
