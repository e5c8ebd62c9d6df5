using System.CommandLine;
using System.Globalization;
using TextSeg.Cli.Output;
using TextSeg.Engine;
using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Naming;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Reports;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Topics.Placement;
using TextSeg.Engine.Topics.Seeds;
using TextSeg.Nlp.Encoders;
using TextSeg.Nlp.Inference;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg mine</c>: takes posts in, finds topics and segments, writes the report.</summary>
internal static class MineCommand
{
    private static readonly Option<string?> Report = new("--report") { Description = "Where the report goes (default: report.html in the data folder)." };
    private static readonly Option<string?> Source = new("--source") { Description = "Name of the source (default: the file's name): give the same one where the file's name changes between exports, so that known posts stay known." };
    private static readonly Option<bool> Json = Verb.JsonOption();
    private static readonly Argument<string[]> Inputs = new("INPUT") { Description = InputOptions.Inputs.Description + " None: what the data folder holds is mined anew.", Arity = ArgumentArity.ZeroOrMore };

    public static Command Create() =>
        NamerOptions.AddTo(ClustererOptions.OfSegments.AddTo(ClustererOptions.OfTopics.AddTo(
            new Command("mine", "Take posts in, find topics and groups of members, print them and write the report. The same file again changes nothing.")
            {
                Inputs, WorkspaceOptions.Data, WorkspaceOptions.Database, WorkspaceOptions.Vectors, InputOptions.Columns, InputOptions.Kind, Source, InputOptions.Model, SeedOptions.File, InputOptions.Seed, InputOptions.Threads, Report, Json,
            }))).Does(RunAsync);

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var given = parsed.GetValue(Inputs)!;
        var inputs = given.Length == 0 && Directory.Exists(parsed.GetValue(WorkspaceOptions.Data)) ? [] : InputFinder.Find(given);
        var options = Options(parsed);
        using var workspace = Workspace.OpenToWrite(WorkspaceOptions.Address(parsed));
        using var encoder = OnnxEncoder.Load(WorkspaceEncoder.ForMining(parsed, workspace), new InferenceOptions { Threads = parsed.GetValue(InputOptions.Threads) });
        using var classifier = ReaderOptions.LoadShipped(parsed);
        var tools = NamerOptions.Apply(parsed, new MiningTools(encoder, InputOptions.LoadLanguages()) { Classifier = classifier }, workspace);
        var pipeline = new MiningPipeline(workspace, tools, options, TimeProvider.System) { Understood = MappingLines.Print };
        var (taken, mined) = await ConsoleProgress.RunAsync(TimeProvider.System, async progress =>
        {
            var result = await pipeline.RunBatchStagesAsync(inputs, progress, cancellation);
            var isNew = result.Added + result.Changed > 0 || !IsCurrent(workspace, tools, options);
            if (isNew)
            {
                await pipeline.RunCorpusStagesAsync(progress, cancellation);
            }

            return (result, isNew);
        });
        SourceNotes.Print(taken.Sources, taken.RejectedLists);
        SeedOptions.PrintNotes(workspace);
        var report = new ReportBuilder(workspace, TimeProvider.System).Build(inputs.Count > 0 ? TitleOf(inputs) : Path.GetFileName(Path.GetFullPath(workspace.Folder)));
        var path = parsed.GetValue(Report) ?? Path.Combine(workspace.Folder, "report.html");
        ReportWriter.Write(report, path);
        Print(taken, mined, report, CurrentRun.Read(workspace).Facts.Naming, path, parsed.GetValue(Json));
        SourceNotes.RequireAllRead(taken.UnreadableInputs);
    }

    private static MiningOptions Options(ParseResult parsed)
    {
        var (threads, seed) = (parsed.GetValue(InputOptions.Threads), parsed.GetValue(InputOptions.Seed));
        var (ofTopics, topics) = ClustererOptions.OfTopics.Read(parsed);
        var (ofSegments, segments) = ClustererOptions.OfSegments.Read(parsed);
        var sources = InputOptions.Sources(parsed);
        sources.Name = parsed.GetValue(Source);
        return new MiningOptions
        {
            Ingest = new IngestOptions { Threads = threads, Sources = sources },
            Topics = { Seed = seed, Threads = threads, Clusterer = ofTopics, Level = topics },
            Seeds = SeedOptions.Read(parsed),
            Segments = { Seed = seed, Threads = threads, Clusterer = ofSegments, Count = segments },
        };
    }

    private static bool IsCurrent(Workspace workspace, MiningTools tools, MiningOptions options) =>
        CurrentRun.TryRead(workspace) is { } run && run.Model == tools.ModelId && run.Facts.ReadBy == tools.Classifier?.Name && tools.HasNamed(run.Facts) && run.Seed == (long)options.Topics.Seed && run.Version == Workspace.ProductVersion
            && !PlacementStage.HasPlaced(workspace) && run.Facts.TopicClusterer == options.TopicClusterer && run.Facts.SegmentClusterer == options.SegmentClusterer
            && run.Facts.SeedTopics == WorkspaceSeeds.KeyOf(options.Seeds ?? new WorkspaceSeeds(workspace).Read());

    private static string TitleOf(IReadOnlyList<InputFile> inputs) =>
        inputs.Count <= 3 ? string.Join(", ", inputs.Select(input => input.Name)) : string.Create(CultureInfo.CurrentCulture, $"{inputs[0].Name} and {inputs.Count - 1:N0} more");

    private static void Print(IngestResult taken, bool mined, ReportModel report, NamingFacts? naming, string path, bool json)
    {
        if (json)
        {
            JsonOutput.Write(new
            {
                taken.Added, taken.Changed, taken.Unchanged, taken.Rejected, taken.RejectedLists, Mined = mined, Report = Path.GetFullPath(path), report.Totals, report.Quality,
                Topics = report.Topics.Where(topic => topic.Level == report.ReaderLevel), report.Segments, report.NoSegments, Naming = naming, report.Method,
            });
            return;
        }

        ReportTables.Print(report);
        NamerOptions.Print(naming);
        Console.Out.WriteLine(string.Create(CultureInfo.CurrentCulture, $"{taken.Added:N0} new posts, {taken.Changed:N0} changed, {taken.Unchanged:N0} known before, {taken.Rejected:N0} rejected."));
        Console.Out.WriteLine(mined ? $"Report: {path}" : $"Nothing is new, so topics and segments stay as they were. Report: {path}");
    }
}
