using System.CommandLine;
using TextSeg.Engine;
using TextSeg.Engine.Evaluation.Measures;
using TextSeg.Nlp.Classifiers;
using TextSeg.Nlp.Inference;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Cli.Commands;

/// <summary>What the verbs that measure models have in common.</summary>
internal static class EvalOptions
{
    public static readonly Option<string> Data = new("--data") { Description = "Folder with the sets to measure on, as scripts/eval-data writes them.", DefaultValueFactory = _ => "artifacts/eval" };
    public static readonly Option<int> Resamples = new("--resamples") { Description = "Draws for the 95 % intervals (bootstrap), 100 to 100,000.", DefaultValueFactory = _ => 1_000 };
    public static readonly Option<string?> Classifier = new("--model") { Description = "Classifier: a name from 'textseg models', or a folder with one (default: the shipped one)." };

    static EvalOptions() => Resamples.Validators.Add(result => InputOptions.Require(
        result, result.GetValueOrDefault<int>() is >= 100 and <= 100_000, "Resamples must be 100 to 100,000."));

    /// <summary>Makes intervals as the user asked.</summary>
    public static Bootstrap Bootstrap(ParseResult parsed) => new(parsed.GetValue(InputOptions.Seed), parsed.GetValue(Resamples));

    /// <summary>The classifier that the user named, alone, or the shipped one.</summary>
    public static ITextClassifier LoadClassifier(ParseResult parsed)
    {
        var model = parsed.GetValue(Classifier) is { } name ? InputOptions.FindModel(name) : ModelCatalog.ForThisMachine().FindDefault(ModelKind.Classifier);
        return OnnxClassifier.Load(model, new InferenceOptions { Threads = parsed.GetValue(InputOptions.Threads) });
    }

    /// <summary>Checks that every head wanted can be measured before any is.</summary>
    /// <exception cref="JobException">The folder or the classifier has not every head, or none is wanted.</exception>
    public static void Require(IReadOnlyList<string> wanted, IReadOnlyList<string> inFolder, ITextClassifier classifier, string folder)
    {
        if (wanted.FirstOrDefault(head => !inFolder.Contains(head)) is { } missing)
        {
            throw new JobException($"{folder} holds no rows of the head {missing}; it has {string.Join(", ", inFolder)}.") { IsWrongUse = true };
        }

        if (wanted.FirstOrDefault(head => classifier.Heads.All(known => known.Name != head)) is { } unknown)
        {
            throw NoHead(classifier, unknown);
        }

        if (wanted.Count == 0)
        {
            throw NoHead(classifier, string.Join(" or ", inFolder));
        }
    }

    /// <summary>Says which heads there are.</summary>
    public static JobException NoHead(ITextClassifier classifier, string name) =>
        new($"{classifier.Name} has no head {name}; it has {string.Join(", ", classifier.Heads.Select(head => head.Name))}.") { IsWrongUse = true };

    /// <summary>Tells what was left out of the sets.</summary>
    public static void Print(IReadOnlyList<string> notes)
    {
        foreach (var note in notes)
        {
            Console.Error.WriteLine(note);
        }
    }
}
