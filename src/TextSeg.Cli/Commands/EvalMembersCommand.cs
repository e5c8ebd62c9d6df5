using System.CommandLine;
using TextSeg.Cli.Output;
using TextSeg.Engine;
using TextSeg.Engine.Evaluation;
using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Sources;
using TextSeg.Mining.Segments;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg eval members</c>: whether a member's later posts fall in the segment of the earlier ones.</summary>
internal static class EvalMembersCommand
{
    private static readonly Option<bool> Json = Verb.JsonOption();

    public static Command Create() =>
        new Command("members", "Find segments on the earlier half of each member's posts; does the later half, placed by itself, fall in the same one?")
        {
            InputOptions.Inputs, InputOptions.Columns, InputOptions.Kind, InputOptions.Model, InputOptions.Seed, InputOptions.Threads, Json,
        }.Does(RunAsync);

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var inputs = InputFinder.Find(parsed.GetValue(InputOptions.Inputs)!);
        using var encoder = InputOptions.LoadEncoder(parsed);
        using var classifier = ReaderOptions.LoadShipped(parsed);
        var test = new MembersTest(new MiningTools(encoder, InputOptions.LoadLanguages()) { Classifier = classifier }, Options(parsed), TimeProvider.System) { Understood = MappingLines.Print };
        var (figures, seconds) = await ConsoleProgress.RunAsync(TimeProvider.System, async progress =>
        {
            var watch = new StageSeconds(TimeProvider.System, progress);
            var agreement = await Task.Run(() => test.RunAsync(inputs, watch, cancellation), cancellation);
            return (agreement, watch.Read());
        });
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(new { Model = encoder.ModelId, Seed = parsed.GetValue(InputOptions.Seed), Figures = figures, Seconds = seconds, PeakMemoryMegabytes = PeakMemory.Megabytes() });
        }
        else
        {
            Print(figures, seconds, encoder.ModelId);
        }
    }

    /// <summary>How posts are mined, as the user asked.</summary>
    private static MiningOptions Options(ParseResult parsed)
    {
        var (threads, seed) = (parsed.GetValue(InputOptions.Threads), parsed.GetValue(InputOptions.Seed));
        return new MiningOptions
        {
            Ingest = new IngestOptions { Threads = threads, Sources = InputOptions.Sources(parsed) },
            Topics = { Seed = seed, Threads = threads },
            Segments = { Seed = seed, Threads = threads },
        };
    }

    private static void Print(HalvesAgreement figures, IReadOnlyDictionary<string, double> seconds, string model) => new FigureTable("Members", model)
        .Row("members with enough posts", FigureTable.Count(figures.Members))
        .Row("segments", FigureTable.Count(figures.Segments))
        .Row("later half in the same segment", FigureTable.Number(figures.SameSegment))
        .Row("chance", FigureTable.Number(figures.Chance))
        .Row("times chance", FigureTable.Number(figures.TimesChance, "0.0"))
        .Row("stability (ARI)", FigureTable.Number(figures.Stability))
        .Row("core members", FigureTable.Share(figures.ShareCore))
        .Seconds(seconds)
        .Row("peak memory", FigureTable.Memory(PeakMemory.Megabytes()))
        .Print();
}
