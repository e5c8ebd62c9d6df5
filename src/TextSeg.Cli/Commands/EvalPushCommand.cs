using System.CommandLine;
using TextSeg.Cli.Output;
using TextSeg.Cli.Trials;
using TextSeg.Engine;
using TextSeg.Engine.Samples;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg eval push</c>: how many posts a second a service takes over HTTP, with how much memory, and how long searches take meanwhile.</summary>
internal static class EvalPushCommand
{
    private static readonly Option<int> Posts = new("--posts") { Description = "Posts pushed, at least 1,000.", DefaultValueFactory = _ => 50_000 };
    private static readonly Option<int> Mined = new("--mined") { Description = "Posts that are mined before, at least 500.", DefaultValueFactory = _ => 5_000 };
    private static readonly Option<int> Pause = new("--pause") { Description = "Milliseconds between two searches.", DefaultValueFactory = _ => 100 };
    private static readonly Option<bool> UntilRead = new("--until-read") { Description = "Go on searching until all posts are read." };
    private static readonly Option<string?> Folder = new("--data") { Description = "An empty folder for the service's data (default: one that is removed afterwards)." };
    private static readonly Option<bool> Json = Verb.JsonOption();

    static EvalPushCommand()
    {
        Posts.Validators.Add(result => InputOptions.Require(result, result.GetValueOrDefault<int>() >= 1_000, "Posts must be at least 1,000."));
        Mined.Validators.Add(result => InputOptions.Require(result, result.GetValueOrDefault<int>() >= 500, "Mined must be at least 500."));
        Pause.Validators.Add(result => InputOptions.Require(result, result.GetValueOrDefault<int>() >= 0, "Pause must be at least 0."));
    }

    public static Command Create() =>
        new Command("push", "Start a service, mine some posts of an invented community, then push many more over HTTP and search at the same time: posts a second, memory, milliseconds of a search.")
        {
            Posts, Mined, Pause, UntilRead, Folder, Json,
        }.Does(RunAsync);

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var (posts, mined) = (parsed.GetValue(Posts), parsed.GetValue(Mined));
        var records = Records(posts + mined, cancellation);
        var data = parsed.GetValue(Folder) ?? Directory.CreateTempSubdirectory("textseg-push-").FullName;
        PushFigures figures;
        try
        {
            await using var service = await ServedProcess.StartAsync(data, cancellation);
            figures = await ConsoleProgress.RunAsync(TimeProvider.System, progress => Task.Run(() => new PushTrial(service, records, TimeSpan.FromMilliseconds(parsed.GetValue(Pause)), parsed.GetValue(UntilRead)).RunAsync(mined, progress, cancellation), cancellation));
        }
        finally
        {
            if (parsed.GetValue(Folder) is null)
            {
                Directory.Delete(data, recursive: true);
            }
        }

        Print(parsed, figures);
    }

    /// <summary>Short posts: the text, its author, time and id.</summary>
    private static List<byte[]> Records(int count, CancellationToken cancellation)
    {
        var records = new List<byte[]>(count);
        foreach (var post in new SampleCommunity(new SampleOptions { Members = Math.Clamp(count / 10, 100, 20_000), Posts = count }, cancellation).Posts(cancellation))
        {
            records.Add(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new { id = post.Id, member = post.Member, time = post.Time, text = post.Text }));
        }

        return records;
    }

    private static void Print(ParseResult parsed, PushFigures figures)
    {
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(figures);
            return;
        }

        new FigureTable("Push over HTTP", "")
            .Row("posts mined before / pushed / stored", $"{FigureTable.Count(figures.Mined)} / {FigureTable.Count(figures.Pushed)} / {FigureTable.Count(figures.Stored)}")
            .Row("posts a second", $"{figures.Stored / figures.PushSeconds:N0}")
            .Row("seconds / processor seconds of the service", $"{figures.PushSeconds:N1} / {figures.ProcessorSeconds:N1}")
            .Row("posts that still waited to be read", FigureTable.Count(figures.WaitingAfterPush))
            .Row("searches meanwhile / not answered", $"{FigureTable.Count(figures.Searches)} / {FigureTable.Count(figures.Failed)}")
            .Row("milliseconds of a search: median / 95 % / 99 % / longest", $"{figures.Median:N0} / {figures.P95:N0} / {figures.P99:N0} / {figures.Longest:N0}")
            .Row("while the others are read: median / 95 % / 99 %", figures.ReadSeconds > 0 ? $"{figures.Reading[0]:N0} / {figures.Reading[1]:N0} / {figures.Reading[2]:N0}" : "not waited for")
            .Row("seconds until all are read", figures.ReadSeconds > 0 ? $"{figures.ReadSeconds:N0}" : "not waited for")
            .Row("after the push: median / 95 % / 99 %", $"{figures.Quiet[0]:N0} / {figures.Quiet[1]:N0} / {figures.Quiet[2]:N0}")
            .Row("peak memory of the service", FigureTable.Memory(figures.PeakMegabytes))
            .Print();
    }
}
