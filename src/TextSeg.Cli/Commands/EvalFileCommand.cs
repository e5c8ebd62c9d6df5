using System.CommandLine;
using TextSeg.Cli.Output;
using TextSeg.Engine;
using TextSeg.Engine.Evaluation.Heads;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Standalone;
using TextSeg.Mining;
using TextSeg.Nlp.Classifiers;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg eval FILE --text COLUMN --label COLUMN</c>: how well moods, intents or urgency are read in a user's own posts.</summary>
internal static class EvalFileCommand
{
    private static readonly Argument<string[]> Inputs = new("INPUT") { Description = "Your own labelled posts: CSV, TSV, JSON or JSON Lines, each also as .gz.", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<string?> Text = new("--text") { Description = "Column with the text (default: guessed)." };
    private static readonly Option<string?> Label = new("--label") { Description = "Column with the known label; several labels of a post with commas between." };
    private static readonly Option<string?> Head = new("--head") { Description = "Head to measure: sentiment, emotion, frustration, intent or urgency (default: the one that knows most of the labels)." };
    private static readonly Option<string[]> Map = new("--map") { Description = "What your labels mean in the head's words, for example pos=positive,neg=negative." };
    private static readonly Option<bool> Json = Verb.JsonOption();

    /// <summary>Gives the verb <c>eval</c>, which has verbs of its own, a meaning with a file.</summary>
    public static Command MeasuresFiles(this Command eval)
    {
        eval.Arguments.Add(Inputs);
        foreach (var option in new Option[] { Text, Label, Head, Map, EvalOptions.Classifier, EvalOptions.Resamples, InputOptions.Seed, InputOptions.Threads, Json })
        {
            eval.Options.Add(option);
        }

        return eval.Does(RunAsync);
    }

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(Inputs) is not { Length: > 0 } inputs || parsed.GetValue(Label) is not { } label)
        {
            throw new JobException("Say what to measure: one of the verbs of 'textseg eval --help', or your own labelled file with --text COLUMN --label COLUMN.") { IsWrongUse = true };
        }

        var map = LabelMap.Parse(parsed.GetValue(Map) ?? []);
        var files = InputFinder.Find(inputs);
        using var classifier = EvalOptions.LoadClassifier(parsed);
        var evaluation = await ConsoleProgress.RunAsync(TimeProvider.System, async progress =>
        {
            var read = await ReadAsync(parsed, files, label, progress, cancellation);
            var posts = new LabelledPosts(read.Posts, map);
            var head = HeadOf(parsed, classifier) ?? posts.Fitting(classifier.Heads);
            return await Task.Run(() => new HeadTest(classifier, EvalOptions.Bootstrap(parsed), 0, 0).Run(posts.For(head), progress, cancellation), cancellation);
        });
        EvalOptions.Print(evaluation.Notes);
        EvalHeadsCommand.Write(parsed, classifier, [evaluation], parsed.GetValue(Json));
    }

    private static async Task<PostSet> ReadAsync(ParseResult parsed, IReadOnlyList<InputFile> files, string label, IProgress<StageProgress> progress, CancellationToken cancellation)
    {
        var source = new SourceOptions { Columns = parsed.GetValue(Text) is { } text ? $"text={text}" : "", LabelColumn = label };
        var reader = new PostSetReader(source, InputOptions.LoadLanguages(), parsed.GetValue(InputOptions.Threads), TimeProvider.System) { Understood = MappingLines.Print };
        var read = await reader.ReadAsync(files, Environment.CurrentDirectory, progress, cancellation);
        SourceNotes.Print(read.Sources, read.RejectedLists);
        return read.UnreadableInputs.Count == 0 ? read : throw new JobException(string.Join(Environment.NewLine, read.UnreadableInputs));
    }

    private static ClassifierHead? HeadOf(ParseResult parsed, ITextClassifier classifier) => parsed.GetValue(Head) is { } name
        ? classifier.Heads.FirstOrDefault(head => head.Name == name) ?? throw EvalOptions.NoHead(classifier, name)
        : null;
}
