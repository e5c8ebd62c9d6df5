using System.CommandLine;
using System.Globalization;
using TextSeg.Cli.Output;
using TextSeg.Engine;
using TextSeg.Engine.Evaluation;
using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Samples;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg eval sample</c>: whether the segments, moods and intents planted in the invented community are found.</summary>
internal static class EvalSampleCommand
{
    private const double Good = 0.8;
    private static readonly Option<int> Seeds = new("--seeds") { Description = "How many samples, with seeds 1, 2 …; at least 1.", DefaultValueFactory = _ => 10 };
    private static readonly Option<int> Members = new("--members") { Description = "Members of each sample.", DefaultValueFactory = _ => 3_000 };
    private static readonly Option<int?> Posts = new("--posts") { Description = "Posts of each sample (default: 10 for each member)." };
    private static readonly Option<bool> Json = Verb.JsonOption();

    public static Command Create()
    {
        Seeds.Validators.Add(result => InputOptions.Require(result, result.GetValueOrDefault<int>() >= 1, "Seeds must be at least 1."));
        return new Command("sample", "Invent communities, mine them, and compare the segments, moods and intents found with those planted.")
        {
            Seeds, Members, Posts, InputOptions.Model, InputOptions.Seed, InputOptions.Threads, Json,
        }.Does(RunAsync);
    }

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var encoder = InputOptions.LoadEncoder(parsed);
        using var classifier = ReaderOptions.LoadShipped(parsed);
        var (threads, seed) = (parsed.GetValue(InputOptions.Threads), parsed.GetValue(InputOptions.Seed));
        var options = new MiningOptions { Ingest = new IngestOptions { Threads = threads }, Topics = { Seed = seed, Threads = threads }, Segments = { Seed = seed, Threads = threads } };
        var test = new SampleTest(new MiningTools(encoder, InputOptions.LoadLanguages()) { Classifier = classifier }, options, TimeProvider.System);
        var members = parsed.GetValue(Members);
        var scores = new List<SampleScore>();
        for (var sample = 1; sample <= parsed.GetValue(Seeds); sample++)
        {
            var drawn = new SampleOptions { Members = members, Posts = parsed.GetValue(Posts) ?? (int)Math.Min(10L * members, int.MaxValue), Seed = sample };
            scores.Add(await ConsoleProgress.RunAsync(TimeProvider.System, progress => Task.Run(() => test.RunAsync(drawn, progress, cancellation), cancellation)));
        }

        var good = scores.Count(score => score.SmallestF1 >= Good);
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(new { Model = encoder.ModelId, Seed = seed, Members = members, SamplesWithSmallestFound = good, Samples = scores });
        }
        else
        {
            Print(scores, good);
        }
    }

    private static void Print(List<SampleScore> scores, int good)
    {
        var table = new FigureTable("Sample", "Segments found", $"F1 of {scores[0].Smallest}", "with quiet members", "Mean F1 of all");
        foreach (var score in scores)
        {
            table.Row(
                $"seed {score.Seed}", FigureTable.Count(score.Segments), FigureTable.Number(score.SmallestF1, "0.00"),
                FigureTable.Number(score.SmallestF1WithQuiet, "0.00"), FigureTable.Number(score.F1.Values.Average(), "0.00"));
        }

        table.Print();
        ReadingTable.Print([.. scores.Select(score => score.Readings)]);
        Console.Out.WriteLine(string.Create(CultureInfo.CurrentCulture, $"The smallest planted segment was found (F1 of {Good} or more) in {good} of {scores.Count} samples."));
    }
}
