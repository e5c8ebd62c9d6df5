using System.CommandLine;
using TextSeg.Cli.Output;
using TextSeg.Cli.Trials;
using TextSeg.Engine;
using TextSeg.Engine.Evaluation;
using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Sources;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg eval stream</c>: how long posts that stream in wait until they are encoded, annotated and placed.</summary>
internal static class EvalStreamCommand
{
    private static readonly Option<int> Mined = new("--mined") { Description = "Posts that are mined before, at least 1.", DefaultValueFactory = _ => 10_000 };
    private static readonly Option<int> Rate = new("--rate") { Description = "Posts a second, at least 1.", DefaultValueFactory = _ => 200 };
    private static readonly Option<bool> Service = new("--service") { Description = "Stream them over HTTP into a service that is started for it, rather than into the stages themselves." };
    private static readonly Option<string?> Bus = new("--bus") { Description = "With --service: the address of a RabbitMQ server (default: the bus within the process)." };
    private static readonly Option<bool> Json = Verb.JsonOption();

    static EvalStreamCommand()
    {
        Mined.Validators.Add(result => InputOptions.Require(result, result.GetValueOrDefault<int>() >= 1, "Mined must be at least 1."));
        Rate.Validators.Add(result => InputOptions.Require(result, result.GetValueOrDefault<int>() >= 1, "Rate must be at least 1."));
    }

    public static Command Create() =>
        new Command("stream", "Mine some posts, let the others stream in at a steady rate, and tell how long each waits until it is encoded, annotated and placed.")
        {
            InputOptions.Inputs, InputOptions.Model, Mined, Rate, Service, Bus, InputOptions.Seed, InputOptions.Threads, Json,
        }.Does(RunAsync);

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        List<RawPost> posts = [.. (await ReadAsync(parsed, cancellation)).DistinctBy(post => post.ExternalId)];
        var mined = parsed.GetValue(Mined);
        if (posts.Count <= mined)
        {
            throw new JobException($"There are {posts.Count} posts, of which {mined} are mined before: nothing is left to stream in. Give more posts, or a smaller --mined.") { IsWrongUse = true };
        }

        var figures = await (parsed.GetValue(Service) ? OverHttpAsync(parsed, posts, mined, cancellation) : OfStagesAsync(parsed, posts, mined, cancellation));
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(new { Figures = figures, PeakMemoryMegabytes = PeakMemory.Megabytes() });
            return;
        }

        new FigureTable("Stream", parsed.GetValue(Service) ? "over HTTP" : "the stages alone")
            .Row("posts mined before / streamed in", $"{FigureTable.Count(figures.Mined)} / {FigureTable.Count(figures.Streamed)}")
            .Row("posts with all results, each once", FigureTable.Count(figures.Whole))
            .Row("seconds until all results: median / 95 % / 99 % / longest", $"{figures.Median:N2} / {figures.P95:N2} / {figures.P99:N2} / {figures.Longest:N2}")
            .Row("the first post", $"{figures.FirstSeconds:N2}")
            .Row("turns of the stages / processor seconds", $"{(figures.Turns is { } turns ? FigureTable.Count(turns) : "not counted")} / {figures.ProcessorSeconds:N1}")
            .Print();
    }

    private static async Task<StreamFigures> OfStagesAsync(ParseResult parsed, List<RawPost> posts, int mined, CancellationToken cancellation)
    {
        using var encoder = InputOptions.LoadEncoder(parsed);
        using var classifier = ReaderOptions.LoadShipped(parsed);
        var (threads, seed) = (parsed.GetValue(InputOptions.Threads), parsed.GetValue(InputOptions.Seed));
        var options = new MiningOptions { Ingest = new IngestOptions { Threads = threads }, Topics = { Seed = seed, Threads = threads }, Segments = { Seed = seed, Threads = threads } };
        var test = new StreamTest(new MiningTools(encoder, InputOptions.LoadLanguages()) { Classifier = classifier }, options, TimeProvider.System);
        return await ConsoleProgress.RunAsync(TimeProvider.System, progress => Task.Run(() => test.RunAsync(posts, mined, parsed.GetValue(Rate), progress, cancellation), cancellation));
    }

    private static async Task<StreamFigures> OverHttpAsync(ParseResult parsed, List<RawPost> posts, int mined, CancellationToken cancellation)
    {
        var data = Directory.CreateTempSubdirectory("textseg-stream-").FullName;
        try
        {
            await using var service = await ServedProcess.StartAsync(data, cancellation, parsed.GetValue(Bus));
            var trial = new StreamTrial(service, data, posts, parsed.GetValue(Rate));
            return await ConsoleProgress.RunAsync(TimeProvider.System, progress => Task.Run(() => trial.RunAsync(mined, progress, cancellation), cancellation));
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<List<RawPost>> ReadAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var opener = new SourceOpener(new SourceOptions(), TimeProvider.System);
        var posts = new List<RawPost>();
        foreach (var input in InputFinder.Find(parsed.GetValue(InputOptions.Inputs)!))
        {
            await foreach (var row in opener.Open(input).ReadAsync(cancellation))
            {
                if (row.Post is { } post)
                {
                    posts.Add(post);
                }
            }
        }

        return posts;
    }
}
