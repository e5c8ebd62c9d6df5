using System.CommandLine;
using System.Globalization;
using TextSeg.Cli.Output;
using TextSeg.Engine;
using TextSeg.Engine.Samples;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg sample</c>: writes an invented community, and what was planted in it.</summary>
internal static class SampleCommand
{
    private static readonly Option<int> Members = new("--members") { Description = "How many members.", DefaultValueFactory = _ => new SampleOptions().Members };
    private static readonly Option<int?> Posts = new("--posts") { Description = "How many posts (default: 10 for each member)." };
    private static readonly Option<string> Languages = new("--languages") { Description = "Languages of the members, most used first.", DefaultValueFactory = _ => string.Join(',', new SampleOptions().Languages) };
    private static readonly Option<int> Seed = new("--seed") { Description = "The same seed gives the same bytes.", DefaultValueFactory = _ => new SampleOptions().Seed };
    private static readonly Option<string> Out = new("--out") { Description = "Where the posts go (JSON Lines).", Required = true };
    private static readonly Option<string?> Truth = new("--truth") { Description = "Where the planted answers go (JSON Lines)." };
    private static readonly Option<bool> Json = Verb.JsonOption();

    public static Command Create()
    {
        var command = new Command("sample", "Write an invented community to try TextSeg with: no real person's text is in it.") { Members, Posts, Languages, Seed, Out, Truth, Json };
        return command.Does(RunAsync);
    }

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var members = parsed.GetValue(Members);
        var options = new SampleOptions
        {
            Members = members,
            Posts = parsed.GetValue(Posts) ?? (int)Math.Min(10L * members, int.MaxValue),
            Languages = parsed.GetValue(Languages)!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            Seed = parsed.GetValue(Seed),
        };
        if (options.Faults() is { Count: > 0 } faults)
        {
            throw new JobException(string.Join(" ", faults)) { IsWrongUse = true };
        }

        var (path, truthPath) = (parsed.GetValue(Out)!, parsed.GetValue(Truth));
        await Task.Run(() => Write(options, path, truthPath, cancellation), cancellation);
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(new { options.Members, options.Posts, options.Languages, options.Seed, Out = path, Truth = truthPath });
        }
        else
        {
            Console.Out.WriteLine(string.Create(CultureInfo.CurrentCulture, $"{options.Posts:N0} posts by {options.Members:N0} invented members are in {path}."));
        }
    }

    private static void Write(SampleOptions options, string path, string? truthPath, CancellationToken cancellation)
    {
        using var posts = new AtomicFile(path);
        using var truth = truthPath is null ? null : new AtomicFile(truthPath);
        SampleWriter.Write(new SampleCommunity(options, cancellation), posts.Stream, truth?.Stream, cancellation);
        posts.Finish();
        truth?.Finish();
    }
}
