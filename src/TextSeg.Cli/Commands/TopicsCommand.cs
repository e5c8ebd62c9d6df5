using System.CommandLine;
using System.Globalization;
using TextSeg.Cli.Output;
using TextSeg.Engine;
using TextSeg.Engine.Standalone;
using TextSeg.Mining.Clustering;
using TextSeg.Mining.Topics;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg topics</c>: the topic stage alone, without a workspace.</summary>
internal static class TopicsCommand
{
    private static readonly Option<string> Out = new("--out") { Description = "Where the topics go: one {\"id\",\"topic\",\"path\",\"strength\",\"state\"} a line, in the order of the input.", Required = true };
    private static readonly Option<bool> Json = Verb.JsonOption();

    /// <summary>The level to read: chosen by the data, or the one nearest to a number of topics.</summary>
    public static readonly Option<string> Level = new("--level") { Description = "auto, or the number of topics wanted (the nearest level is taken).", DefaultValueFactory = _ => "auto" };

    public static Command Create() =>
        ClustererOptions.OfTopics.AddTo(new Command("topics", "Find topics in a file of posts; how many is found out from the posts. Every record gets its line; nothing is stored.")
        {
            InputOptions.Inputs, Out, InputOptions.Columns, InputOptions.Kind, InputOptions.Model, Level, InputOptions.Seed, InputOptions.Threads, Json,
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
        using var encoder = InputOptions.LoadEncoder(parsed);
        using var file = new AtomicFile(path);
        var (summary, unreadable) = await ConsoleProgress.RunAsync(TimeProvider.System, async progress =>
        {
            var seconds = new StageSeconds(TimeProvider.System, progress);
            var posts = await InputOptions.ReadReadableAsync(parsed, path, seconds, cancellation);
            var topics = await Task.Run(() => new TopicJob(encoder, options).Run(posts.Posts, seconds, cancellation), cancellation);
            Write(posts.Posts, topics, file.Stream, cancellation);
            return (TopicsSummary.Of(posts, topics, options, encoder.ModelId, seconds.Read()), posts.UnreadableInputs);
        });
        file.Finish();
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(summary);
        }
        else
        {
            summary.Print();
            Console.Out.WriteLine(string.Create(CultureInfo.CurrentCulture, $"{summary.Posts:N0} lines are in {path}."));
        }

        SourceNotes.RequireAllRead(unreadable);
    }

    private static void Write(IReadOnlyList<PreparedPost> posts, PostTopics topics, Stream stream, CancellationToken cancellation)
    {
        for (var post = 0; post < posts.Count; post++)
        {
            cancellation.ThrowIfCancellationRequested();
            JsonLines.Write(stream, new
            {
                posts[post].Id,
                Topic = topics.TopicOf(post),
                Path = topics.PathOf(post),
                Strength = Math.Round(topics.StrengthOf(post), 4),
                State = topics.StateOf(post),
            });
        }
    }

    private static int? WantedTopics(string level) => level switch
    {
        "auto" => null,
        _ when int.TryParse(level, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) && wanted >= 1 => wanted,
        _ => throw new JobException($"--level {level} is not understood: give auto or a number of topics, at least 1.") { IsWrongUse = true },
    };
}
