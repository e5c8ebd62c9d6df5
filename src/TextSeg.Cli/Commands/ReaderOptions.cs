using System.CommandLine;
using TextSeg.Engine;
using TextSeg.Nlp.Classifiers;
using TextSeg.Nlp.Inference;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Cli.Commands;

/// <summary>The model that reads moods, intents and urgency.</summary>
internal static class ReaderOptions
{
    public static readonly Option<string?> Model = new("--model")
    {
        Description = "Classifier: a name from 'textseg models', or a folder with one; its heads replace those of the shipped model (default: the shipped one alone).",
    };

    /// <summary>The shipped classifier, or null and one sentence on standard error where there is none.</summary>
    public static OnnxClassifier? LoadShipped(ParseResult parsed)
    {
        if (ModelCatalog.ForThisMachine().List().FirstOrDefault(model => model.Card.Kind == ModelKind.Classifier) is { } folder)
        {
            return OnnxClassifier.Load(folder, Threads(parsed));
        }

        Console.Error.WriteLine("No model of kind classifier is installed, so moods, intents and urgency are not read; models/ of the clone holds one.");
        return null;
    }

    /// <summary>The shipped classifier with the heads that <see cref="Model"/> names; null where there is neither.</summary>
    public static ITextClassifier? Load(ParseResult parsed)
    {
        if (parsed.GetValue(Model) is not { } name)
        {
            return LoadShipped(parsed);
        }

        try
        {
            var catalog = ModelCatalog.ForThisMachine();
            var named = OnnxClassifier.Load(catalog.Find(name), Threads(parsed));
            var shipped = catalog.List().FirstOrDefault(model => model.Card.Kind == ModelKind.Classifier);
            return shipped is null ? named : new ClassifierPanel([OnnxClassifier.Load(shipped, Threads(parsed)), named]);
        }
        catch (InvalidModelException fault)
        {
            throw new JobException(fault.Message, fault) { IsWrongUse = true };
        }
    }

    private static InferenceOptions Threads(ParseResult parsed) => new() { Threads = parsed.GetValue(InputOptions.Threads) };
}
