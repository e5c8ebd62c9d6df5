using System.CommandLine;
using System.CommandLine.Parsing;
using TextSeg.Cli.Output;
using TextSeg.Engine;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Standalone;
using TextSeg.Mining;
using TextSeg.Nlp.Encoders;
using TextSeg.Nlp.Inference;
using TextSeg.Nlp.Languages;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Cli.Commands;

/// <summary>What the verbs that read posts straight from files have in common.</summary>
internal static class InputOptions
{
    public static readonly Argument<string[]> Inputs = new("INPUT") { Description = "CSV, TSV, JSON, JSON Lines, a mailbox (mbox) or Posts.xml of a Stack Exchange dump, each also as .gz; a folder of them; or - for standard input.", Arity = ArgumentArity.OneOrMore };
    public static readonly Option<string> Columns = new("--columns") { Description = "What columns mean, for example text=body,member=author,time=created_at,id=id; the others are guessed.", DefaultValueFactory = _ => "" };
    public static readonly Option<PostKind?> Kind = new("--kind") { Description = "What the posts are (default: guessed)." };
    public static readonly Option<string?> Model = new("--model") { Description = "Encoder: a name from 'textseg models', or a folder with one (default: the shipped one)." };
    public static readonly Option<ulong> Seed = new("--seed") { Description = "The same seed gives the same result.", DefaultValueFactory = _ => 1 };
    public static readonly Option<int> Threads = new("--threads") { Description = "Threads to use, 0 for one per processor; the result does not depend on it.", DefaultValueFactory = _ => 0 };
    public static readonly Option<string> Label = new("--label") { Description = "Column with the groups known beforehand.", Required = true };

    static InputOptions() => Threads.Validators.Add(result => Require(result, result.GetValueOrDefault<int>() is >= 0 and <= 256, "Threads must be 0 to 256."));

    /// <summary>Gives a fault to the parser when a value is not as it must be.</summary>
    public static void Require(SymbolResult result, bool good, string fault)
    {
        if (!good)
        {
            result.AddError(fault);
        }
    }

    /// <summary>Reads and prepares all posts; tells on standard error how the inputs were understood and what was left out.</summary>
    public static Task<PostSet> ReadPostsAsync(
        ParseResult parsed, string fallbackFolder, IProgress<StageProgress> progress, CancellationToken cancellation, string? label = null) =>
        ReadPostsAsync(parsed, parsed.GetValue(Inputs)!, fallbackFolder, progress, cancellation, label);

    /// <summary>Reads and prepares the posts of the inputs given; none may be unreadable, as a figure over some of them would mislead.</summary>
    public static async Task<PostSet> ReadPostsAsync(
        ParseResult parsed, string[] inputs, string fallbackFolder, IProgress<StageProgress> progress, CancellationToken cancellation, string? label = null)
    {
        var posts = await ReadReadableAsync(parsed, inputs, fallbackFolder, label, progress, cancellation);
        return posts.UnreadableInputs.Count == 0 ? posts : throw new JobException(string.Join(Environment.NewLine, posts.UnreadableInputs));
    }

    /// <summary>As <see cref="ReadPostsAsync(ParseResult, string, IProgress{StageProgress}, CancellationToken, string?)"/>, but goes on without inputs that cannot be read; the verb says so at its end.</summary>
    public static Task<PostSet> ReadReadableAsync(
        ParseResult parsed, string outputPath, IProgress<StageProgress> progress, CancellationToken cancellation, bool keepsOrigins = false) =>
        ReadReadableAsync(parsed, parsed.GetValue(Inputs)!, Path.GetDirectoryName(Path.GetFullPath(outputPath))!, label: null, progress, cancellation, keepsOrigins: keepsOrigins);

    /// <summary>The same into a folder; what an earlier run with the same posts and settings finished there is taken over.</summary>
    public static Task<PostSet> ReadReadableAsync(ParseResult parsed, StepFolder steps, string settings, IProgress<StageProgress> progress, CancellationToken cancellation) =>
        ReadReadableAsync(parsed, parsed.GetValue(Inputs)!, steps.ParentFolder, label: null, progress, cancellation, steps, settings);

    private static async Task<PostSet> ReadReadableAsync(
        ParseResult parsed, string[] inputs, string fallbackFolder, string? label, IProgress<StageProgress> progress, CancellationToken cancellation,
        StepFolder? steps = null, string settings = "", bool keepsOrigins = false)
    {
        var reader = new PostSetReader(Sources(parsed, label), LoadLanguages(), parsed.GetValue(Threads), TimeProvider.System)
        {
            Understood = MappingLines.Print,
            Folder = steps,
            Settings = settings,
            KeepsOrigins = keepsOrigins,
        };
        var posts = await reader.ReadAsync(InputFinder.Find(inputs), fallbackFolder, progress, cancellation);
        SourceNotes.Print(posts.Sources, posts.RejectedLists);
        return posts;
    }

    /// <summary>How the user wants inputs to be read.</summary>
    public static SourceOptions Sources(ParseResult parsed, string? label = null) =>
        new() { Columns = parsed.GetValue(Columns)!, Kind = parsed.GetValue(Kind), LabelColumn = label };

    /// <summary>The model that the user named, or the shipped one.</summary>
    public static ModelFolder FindModel(ParseResult parsed) =>
        parsed.GetValue(Model) is { } name ? FindModel(name) : ModelCatalog.ForThisMachine().FindDefault(ModelKind.Encoder);

    /// <summary>The model of that name or in that folder.</summary>
    public static ModelFolder FindModel(string name)
    {
        try
        {
            return ModelCatalog.ForThisMachine().Find(name);
        }
        catch (InvalidModelException fault)
        {
            throw new JobException(fault.Message, fault) { IsWrongUse = true };
        }
    }

    /// <summary>The shipped language identifier.</summary>
    public static LanguageIdentifier LoadLanguages() => LanguageIdentifier.Load(ModelCatalog.ForThisMachine().FindDefault(ModelKind.LanguageIdentifier).Path);

    public static OnnxEncoder LoadEncoder(ParseResult parsed) =>
        OnnxEncoder.Load(FindModel(parsed), new InferenceOptions { Threads = parsed.GetValue(Threads) });
}
