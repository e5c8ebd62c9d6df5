using System.CommandLine;
using TextSeg.Cli.Output;
using TextSeg.Engine.Evaluation.CheckLists;
using TextSeg.Nlp.Classifiers;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg eval checklist</c>: what a classifier must not be fooled by, case by case.</summary>
internal static class EvalChecklistCommand
{
    private static readonly Option<int> Failures = new("--failures") { Description = "Failed cases to show of each capability and language (default: none).", DefaultValueFactory = _ => 0 };
    private static readonly Option<bool> Json = Verb.JsonOption();

    public static Command Create()
    {
        Failures.Validators.Add(result => InputOptions.Require(result, result.GetValueOrDefault<int>() >= 0, "Failures must be 0 or more."));
        return new Command("checklist", "Read invented posts that test one thing each (negation, contrast, quotes, code …) and count what fails, by capability and language.")
        {
            EvalOptions.Classifier, Failures, InputOptions.Threads, Json,
        }.Does(RunAsync);
    }

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var classifier = EvalOptions.LoadClassifier(parsed);
        var result = await Task.Run(() => CheckList.Run(new PostReader(classifier), CheckList.Cases(), cancellation), cancellation);
        var shown = parsed.GetValue(Failures);
        CheckListVerdict[] failures = [.. result.Failures.GroupBy(verdict => (verdict.Case.Capability, verdict.Case.Language)).SelectMany(group => group.Take(shown))];
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(new
            {
                Model = classifier.Name,
                Cases = result.Verdicts.Count,
                Failed = result.Failures.Count(),
                result.Skipped,
                result.ByCapability,
                result.ByCapabilityAndLanguage,
                Failures = failures,
            });
        }
        else
        {
            CheckListTables.Print(classifier.Name, result, failures);
        }
    }
}
