using System.CommandLine;
using TextSeg.Cli.Output;
using TextSeg.Engine.Evaluation;
using TextSeg.Engine.Evaluation.Encoders;
using TextSeg.Mining;
using TextSeg.Mining.Topics;
using TextSeg.Nlp.Encoders;
using TextSeg.Nlp.Inference;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg eval encoder</c>: what an encoder is worth.</summary>
internal static class EvalEncoderCommand
{
    private const string Nobody = "none";
    private static readonly Option<string[]> Beside = new("--beside")
    {
        Description = "Encoders that are timed on the same texts in the same run; a name or a folder, several times for several, or none (default: all that 'textseg models' lists).",
    };

    private static readonly Option<bool> Json = Verb.JsonOption();

    public static Command Create() =>
        new Command("encoder", "Measure an encoder: groups found, likeness as people see it, translations, threads, topics, and posts a second.")
        {
            InputOptions.Model, EvalOptions.Data, Beside, EvalOptions.Resamples, InputOptions.Seed, InputOptions.Threads, Json,
        }.Does(RunAsync);

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var sets = EncoderSets.Read(parsed.GetValue(EvalOptions.Data)!);
        EvalOptions.Print(sets.Notes);
        using var encoder = InputOptions.LoadEncoder(parsed);
        var others = Others(parsed);
        var (figures, rates) = await ConsoleProgress.RunAsync(TimeProvider.System, progress => Task.Run(() => MeasureAsync(parsed, encoder, sets, others, progress, cancellation), cancellation));
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(new
            {
                Model = encoder.ModelId,
                Seed = parsed.GetValue(InputOptions.Seed),
                Resamples = parsed.GetValue(EvalOptions.Resamples),
                Figures = figures,
                TextsPerSecond = rates.Select(rate => new { rate.Model, rate.TextsPerSecond }),
                Processors = Environment.ProcessorCount,
            });
        }
        else
        {
            EncoderTables.Print(encoder.ModelId, figures, rates);
        }
    }

    private static async Task<(IReadOnlyList<EncoderFigure> Figures, IReadOnlyList<ModelRate> Rates)> MeasureAsync(
        ParseResult parsed, OnnxEncoder encoder, EncoderSets sets, IReadOnlyList<ModelFolder> others, IProgress<StageProgress> progress, CancellationToken cancellation)
    {
        var (bootstrap, seed, threads) = (EvalOptions.Bootstrap(parsed), parsed.GetValue(InputOptions.Seed), parsed.GetValue(InputOptions.Threads));
        var figures = new EncoderTest(encoder, bootstrap, seed, threads).Run(sets, progress, cancellation);
        var topics = new EncoderTopics(encoder, InputOptions.LoadLanguages(), new TopicOptions { Seed = seed, Threads = threads }, bootstrap, TimeProvider.System);
        var found = await topics.RunAsync(sets, progress, cancellation);
        var texts = EncoderTexts.Of(sets);
        List<ModelRate> rates = [Rate(encoder, texts, progress, cancellation)];
        foreach (var model in others.Where(model => model.Id != encoder.ModelId))
        {
            using var other = OnnxEncoder.Load(model, new InferenceOptions { Threads = threads });
            rates.Add(Rate(other, texts, progress, cancellation));
        }

        return ([.. figures, .. found], rates);
    }

    private static ModelRate Rate(OnnxEncoder encoder, string[] texts, IProgress<StageProgress> progress, CancellationToken cancellation)
    {
        progress.Report(new StageProgress($"time {encoder.ModelId}", 0, 1));
        var rate = new EncoderSpeed(encoder, TimeProvider.System).Measure(texts, cancellation).TextsPerSecond;
        progress.Report(new StageProgress($"time {encoder.ModelId}", 1, 1));
        return new ModelRate(encoder.ModelId, texts.Length, rate);
    }

    private static IReadOnlyList<ModelFolder> Others(ParseResult parsed) => parsed.GetValue(Beside) is { Length: > 0 } named
        ? [.. named.Where(name => name != Nobody).Select(InputOptions.FindModel)]
        : [.. ModelCatalog.ForThisMachine().List().Where(model => model.Card.Kind == ModelKind.Encoder)];
}
