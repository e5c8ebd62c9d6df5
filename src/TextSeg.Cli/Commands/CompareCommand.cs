using System.CommandLine;
using TextSeg.Cli.Output;
using TextSeg.Engine;
using TextSeg.Engine.Evaluation;
using TextSeg.Engine.Standalone;
using TextSeg.Mining.Topics;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg compare</c>: all clusterers on the same posts, side by side.</summary>
internal static class CompareCommand
{
    private static readonly Option<string?> Label = new("--label") { Description = "Column with the groups known beforehand; adds the agreement with them." };
    private static readonly Option<int?> Wanted = new("--k") { Description = "Number of topics for the clusterers that can be given one (default: each finds its own)." };
    private static readonly Option<bool> Json = Verb.JsonOption();

    static CompareCommand() => Wanted.Validators.Add(result => InputOptions.Require(result, result.GetValueOrDefault<int?>() is null or >= 1, "--k must be at least 1."));

    public static Command Create() =>
        new Command("compare", "Group a file of posts with every clusterer, show what each made of them, and recommend one.")
        {
            InputOptions.Inputs, InputOptions.Columns, InputOptions.Kind, InputOptions.Model, Label, Wanted, InputOptions.Seed, InputOptions.Threads, Json,
        }.Does(RunAsync);

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var options = new TopicOptions { Level = parsed.GetValue(Wanted), Seed = parsed.GetValue(InputOptions.Seed), Threads = parsed.GetValue(InputOptions.Threads) };
        using var encoder = InputOptions.LoadEncoder(parsed);
        var comparison = await ConsoleProgress.RunAsync(TimeProvider.System, async progress =>
        {
            var posts = await InputOptions.ReadPostsAsync(parsed, Environment.CurrentDirectory, progress, cancellation, parsed.GetValue(Label));
            var mined = WithWords(posts, parsed.GetValue(Label));
            return await Task.Run(
                () =>
                {
                    var vectors = PostVectors.Encode(encoder, [.. mined.Select(post => post.Prose)], progress, cancellation);
                    return ClustererComparison.Run(mined, vectors, options, TimeProvider.System, progress, cancellation);
                },
                cancellation);
        });
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(new { Model = encoder.ModelId, options.Seed, comparison.Posts, comparison.Texts, comparison.TrueK, comparison.Clusterers, comparison.Advice });
        }
        else
        {
            ComparisonTable.Print(comparison, encoder.ModelId);
        }
    }

    private static PreparedPost[] WithWords(PostSet posts, string? label)
    {
        PreparedPost[] mined = [.. posts.Posts.Where(post => post.HasWords)];
        if (mined.Length == 0)
        {
            throw new JobException("No record has words: name another text column with --columns text=NAME, or give other input.");
        }

        return label is null || Array.Exists(mined, post => post.Label is not null)
            ? mined
            : throw new JobException("The label column is empty in every record: name the column with the known groups.") { IsWrongUse = true };
    }
}
