using System.CommandLine;
using System.Globalization;
using TextSeg.Cli.Output;
using TextSeg.Engine;
using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Reports;
using TextSeg.Engine.Storage;
using TextSeg.Nlp.Encoders;
using TextSeg.Nlp.Inference;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Cli.Commands;

/// <summary>
/// <c>textseg models use</c>: gives a data folder another encoder. Readers go on with the old one until all is made anew; killed, the same command goes on.
/// </summary>
internal static class ModelsUseCommand
{
    private static readonly Argument<string> Name = new("MODEL") { Description = "A name from 'textseg models', or a folder with an encoder." };
    private static readonly Option<bool> Json = Verb.JsonOption();

    public static Command Create() => NamerOptions.AddTo(
        new Command("use", "Give a data folder another encoder: encode its posts anew, find topics and groups anew, then switch. Until then ask and the cards show the old ones.")
        {
            Name, WorkspaceOptions.Data, WorkspaceOptions.Database, WorkspaceOptions.Vectors, InputOptions.Threads, Json,
        }).Does(RunAsync, stopped: "Stopped. The data folder is as it was; the same command goes on with what is encoded already.");

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var address = WorkspaceOptions.Address(parsed);
        CurrentRun before;
        using (var known = Workspace.OpenToRead(address))
        {
            before = CurrentRun.Read(known);
        }

        var model = InputOptions.FindModel(parsed.GetValue(Name)!);
        var isNew = model.Id != before.Model;
        if (isNew)
        {
            using var workspace = Workspace.OpenToWrite(address);
            await ChangeAsync(parsed, workspace, before, model, cancellation);
        }

        Print(parsed.GetValue(Json), before.Model, model, isNew);
    }

    private static async Task ChangeAsync(ParseResult parsed, Workspace workspace, CurrentRun before, ModelFolder model, CancellationToken cancellation)
    {
        var (threads, seed) = (parsed.GetValue(InputOptions.Threads), (ulong)before.Seed);
        var options = new MiningOptions { Ingest = new IngestOptions { Threads = threads }, Topics = { Seed = seed, Threads = threads }, Segments = { Seed = seed, Threads = threads } };
        if (before.Facts.TopicClusterer != options.TopicClusterer || before.Facts.SegmentClusterer != options.SegmentClusterer)
        {
            throw new JobException($"This data folder was mined with the clusterers {before.Facts.TopicClusterer} and {before.Facts.SegmentClusterer}: run textseg mine with the same inputs and options, and --model {model.Card.Name}.") { IsWrongUse = true };
        }

        using var encoder = OnnxEncoder.Load(model, new InferenceOptions { Threads = threads });
        using var classifier = ReaderOptions.LoadShipped(parsed);
        var tools = NamerOptions.Apply(parsed, new MiningTools(encoder, InputOptions.LoadLanguages()) { Classifier = classifier }, workspace);
        var pipeline = new MiningPipeline(workspace, tools, options, TimeProvider.System);
        await ConsoleProgress.RunAsync(TimeProvider.System, async progress =>
        {
            await pipeline.RunBatchStagesAsync([], progress, cancellation);
            return await pipeline.RunCorpusStagesAsync(progress, cancellation);
        });
        ReportWriter.Write(new ReportBuilder(workspace, TimeProvider.System).Build(Path.GetFileName(Path.GetFullPath(workspace.Folder))), Path.Combine(workspace.Folder, "report.html"));
    }

    private static void Print(bool json, string before, ModelFolder model, bool isNew)
    {
        if (json)
        {
            JsonOutput.Write(new { Before = before, Model = model.Id, Changed = isNew });
        }
        else
        {
            Console.Out.WriteLine(isNew
                ? string.Create(CultureInfo.CurrentCulture, $"The data folder uses {model.Card.Name} now; the vectors of {before} are removed.")
                : $"The data folder uses {model.Card.Name} already.");
        }
    }
}
