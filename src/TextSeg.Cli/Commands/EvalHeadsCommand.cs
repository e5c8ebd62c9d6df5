using System.CommandLine;
using TextSeg.Cli.Output;
using TextSeg.Engine.Evaluation.Heads;
using TextSeg.Nlp.Classifiers;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg eval heads</c>: how well moods, intents and urgency are read, beside simple baselines.</summary>
internal static class EvalHeadsCommand
{
    private static readonly Option<string[]> Heads = new("--head") { Description = "Head to measure, several times for several (default: all that the folder has rows of and the model knows)." };
    private static readonly Option<int> TrainRows = new("--train-rows")
    {
        Description = "Training rows of the baselines at most, drawn by a hash of their text; 0 for no baselines, else at least 100.", DefaultValueFactory = _ => 20_000,
    };

    private static readonly Option<bool> Json = Verb.JsonOption();

    public static Command Create()
    {
        TrainRows.Validators.Add(result => InputOptions.Require(result, result.GetValueOrDefault<int>() is 0 or >= 100, "Training rows must be 0, or at least 100."));
        return new Command("heads", "Measure a classifier on held-out rows, label by label, language by language and source by source, beside the majority and a bag of words.")
        {
            EvalOptions.Classifier, EvalOptions.Data, Heads, TrainRows, EvalOptions.Resamples, InputOptions.Seed, InputOptions.Threads, Json,
        }.Does(RunAsync);
    }

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var folder = parsed.GetValue(EvalOptions.Data)!;
        var inFolder = HeadSet.HeadsIn(folder);
        using var classifier = EvalOptions.LoadClassifier(parsed);
        var wanted = parsed.GetValue(Heads) is { Length: > 0 } named ? named : [.. inFolder.Where(head => classifier.Heads.Any(known => known.Name == head))];
        EvalOptions.Require(wanted, inFolder, classifier, folder);
        var test = new HeadTest(classifier, EvalOptions.Bootstrap(parsed), parsed.GetValue(TrainRows), parsed.GetValue(InputOptions.Seed));
        var evaluations = await ConsoleProgress.RunAsync(TimeProvider.System, progress => Task.Run(
            () => wanted.Select(head => test.Run(HeadSet.Read(folder, head, parsed.GetValue(TrainRows) > 0), progress, cancellation)).ToArray(), cancellation));
        EvalOptions.Print([.. evaluations.SelectMany(evaluation => evaluation.Notes)]);
        Write(parsed, classifier, evaluations, parsed.GetValue(Json));
    }

    /// <summary>Writes figures as tables or as JSON.</summary>
    public static void Write(ParseResult parsed, ITextClassifier classifier, IReadOnlyList<HeadEvaluation> evaluations, bool asJson)
    {
        if (asJson)
        {
            JsonOutput.Write(new { Model = classifier.Name, Seed = parsed.GetValue(InputOptions.Seed), Resamples = parsed.GetValue(EvalOptions.Resamples), Heads = evaluations });
            return;
        }

        foreach (var evaluation in evaluations)
        {
            HeadTables.Print(evaluation);
        }

        HeadTables.PrintLegend();
    }
}
