using System.CommandLine;
using System.Globalization;
using TextSeg.Cli.Output;
using TextSeg.Engine;
using TextSeg.Engine.Standalone;
using TextSeg.Mining;
using TextSeg.Mining.Clustering;
using TextSeg.Mining.Topics;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg topics</c>: the topic stage alone, without a workspace.</summary>
internal static class TopicsCommand
{
    private const int ReportEvery = 10_000;

    // Shares of the time of a run over 300,000 posts of the sample.
    private static readonly (string Stage, double Share)[] Plan =
    [
        ("read", 4), ("clean", 20), ("encode", 8), ("neighbours", 25), ("resolutions", 6), ("choice of level", 6),
        ("consensus", 12), ("stability", 10), ("splits", 3), ("hierarchy", 5), ("phrases", 12), ("write", 3),
    ];

    private static readonly Option<string> Out = new("--out") { Description = "Where the topics go: one {\"id\",\"topic\",\"path\",\"strength\",\"state\"} a line, in the order of the input.", Required = true };
    private static readonly Option<string?> TopicsOut = new("--topics-out") { Description = "Where a table of all topics goes: one {\"level\",\"topic\",\"parent\",\"name\",\"posts\",\"texts\",\"stability\",\"phrases\"} a line, the coarsest level first." };
    private static readonly Option<bool> Json = Verb.JsonOption();

    /// <summary>The level to read: chosen by the data, or the one nearest to a number of topics.</summary>
    public static readonly Option<string> Level = new("--level") { Description = "auto, or the number of topics wanted (the nearest level is taken).", DefaultValueFactory = _ => "auto" };

    public static Command Create() =>
        ClustererOptions.OfTopics.AddTo(new Command("topics", "Find topics in a file of posts; how many is found out from the posts. Every record gets its line. Stopped or killed, the same command goes on after the last finished step.")
        {
            InputOptions.Inputs, Out, TopicsOut, InputOptions.Columns, InputOptions.Kind, InputOptions.Model, Level, SeedOptions.File, InputOptions.Seed, InputOptions.Threads, Json,
        }).Does(RunAsync);

    /// <summary>The settings of the topic stage that the user asked for.</summary>
    public static TopicOptions Options(ParseResult parsed) =>
        new() { Level = WantedTopics(parsed.GetValue(Level) ?? "auto"), Seed = parsed.GetValue(InputOptions.Seed), Threads = parsed.GetValue(InputOptions.Threads) };

    /// <summary>The same with the clusterer that the user chose.</summary>
    private static TopicOptions OptionsWithClusterer(ParseResult parsed)
    {
        var (options, (choice, wanted)) = (Options(parsed), ClustererOptions.OfTopics.Read(parsed));
        if (options.Level is { } level && (wanted is not null || choice.Name != ClustererCatalog.Graph))
        {
            throw new JobException($"--level {level} chooses a level of the graph and nothing else: give --k {level} instead of it.") { IsWrongUse = true };
        }

        (options.Clusterer, options.Level) = (choice, wanted ?? options.Level);
        return options;
    }

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var (path, options) = (parsed.GetValue(Out)!, OptionsWithClusterer(parsed));
        var seeds = SeedOptions.Read(parsed) ?? [];
        using var encoder = InputOptions.LoadEncoder(parsed);
        using var file = new AtomicFile(path);
        using var table = parsed.GetValue(TopicsOut) is { } tablePath ? new AtomicFile(tablePath) : null;
        using var steps = UnfinishedRun.Open(path);
        var (summary, unreadable) = await ConsoleProgress.RunAsync(TimeProvider.System, async progress =>
        {
            var seconds = new StageSeconds(TimeProvider.System, progress);
            using var posts = await InputOptions.ReadReadableAsync(parsed, steps, UnfinishedRun.Settings(options, encoder.ModelId), seconds, cancellation);
            var job = new TopicJob(encoder, options) { Results = steps.Results, Seeds = seeds.Count > 0 ? (seeds, InputOptions.LoadLanguages()) : null };
            var topics = await Task.Run(() => job.Run(posts.Posts, seconds, cancellation), cancellation);
            var words = await Task.Run(() => new TopicWordsJob(options, steps.Folder) { Results = steps.Results }.Run(posts.Posts, topics, seconds, cancellation), cancellation);
            Write(posts.Posts, topics, file.Stream, seconds, cancellation);
            if (table is not null)
            {
                TopicLines.Write(table.Stream, topics.Tree, words);
            }

            return (TopicsSummary.Of(posts, topics, words, options, encoder.ModelId, seconds.Read()), posts.UnreadableInputs);
        }, new TimeLeft(TimeProvider.System, Plan));
        file.Finish();
        table?.Finish();
        steps.Finish();
        Print(summary, parsed.GetValue(Json), path);
        SourceNotes.RequireAllRead(unreadable);
    }

    private static void Print(TopicsSummary summary, bool json, string path)
    {
        if (json)
        {
            JsonOutput.Write(summary);
            return;
        }

        summary.Print();
        foreach (var note in SeedOptions.Notes(summary.SeedTopics?.Where(seed => seed.Value == 0).Select(seed => seed.Key) ?? []))
        {
            Console.Out.WriteLine(note);
        }

        Console.Out.WriteLine(string.Create(CultureInfo.CurrentCulture, $"{summary.Posts:N0} lines are in {path}."));
    }

    private static void Write(IReadOnlyList<PreparedPost> posts, PostTopics topics, Stream stream, StageSeconds progress, CancellationToken cancellation)
    {
        var row = 0;
        foreach (var post in posts)
        {
            cancellation.ThrowIfCancellationRequested();
            JsonLines.Write(stream, new
            {
                post.Id,
                Topic = topics.TopicOf(row),
                Name = topics.NameOf(row),
                Path = topics.PathOf(row),
                Strength = Math.Round(topics.StrengthOf(row), 4),
                State = topics.StateOf(row),
            });
            if (++row % ReportEvery == 0 || row == posts.Count)
            {
                progress.Report(new StageProgress("write", row, posts.Count));
            }
        }
    }

    private static int? WantedTopics(string level) => level switch
    {
        "auto" => null,
        _ when int.TryParse(level, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) && wanted >= 1 => wanted,
        _ => throw new JobException($"--level {level} is not understood: give auto or a number of topics, at least 1.") { IsWrongUse = true },
    };
}
