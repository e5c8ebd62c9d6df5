using System.CommandLine;
using TextSeg.Cli.Output;
using TextSeg.Engine;
using TextSeg.Engine.Disclosure;
using TextSeg.Engine.Evaluation;
using TextSeg.Engine.Hosting;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg eval search</c>: how long a page of search takes, by kind of filter, in a workspace that was mined.</summary>
internal static class EvalSearchCommand
{
    private static readonly Option<int> Each = new("--each") { Description = "Searches of each kind of filter, at least 1.", DefaultValueFactory = _ => 100 };
    private static readonly Option<int> Compare = new("--compare") { Description = "Answers of each kind that are held against a search with nothing kept in memory.", DefaultValueFactory = _ => 3 };
    private static readonly Option<bool> Json = Verb.JsonOption();

    static EvalSearchCommand() => Each.Validators.Add(result => InputOptions.Require(result, result.GetValueOrDefault<int>() >= 1, "Each must be at least 1."));

    public static Command Create() =>
        new Command("search", "Search a data folder that was mined as the service does, with questions made of its posts and filters of every kind, and tell how long a page takes.")
        {
            WorkspaceOptions.Data, WorkspaceOptions.Database, WorkspaceOptions.Vectors, Each, Compare, InputOptions.Threads, Json,
        }.Does(RunAsync);

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var models = ServiceModels.Load(ModelCatalog.ForThisMachine(), parsed.GetValue(InputOptions.Threads));
        var test = new SearchTest(WorkspaceOptions.Address(parsed), models.Tools, SmallGroups.DefaultMinimum);
        var figures = await ConsoleProgress.RunAsync(TimeProvider.System, progress => Task.Run(() => test.RunAsync(parsed.GetValue(Each), parsed.GetValue(Compare), progress, cancellation), cancellation));
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(new { Figures = figures, PeakMemoryMegabytes = PeakMemory.Megabytes() });
            return;
        }

        var table = new FigureTable($"Search among {FigureTable.Count(figures.Posts)} posts, milliseconds", "median / 95 % / 99 % / longest", "processor");
        foreach (var kind in figures.Kinds)
        {
            table.Row($"{kind.Filter} ({FigureTable.Count(kind.Searches)}, {kind.Searched:N0} posts pass{(kind.Refused > 0 ? $", {kind.Refused} refused" : "")})", $"{kind.Median:N1} / {kind.P95:N1} / {kind.P99:N1} / {kind.Longest:N1}", $"{kind.Processor:N1}");
        }

        table.Row("the first search, which reads what later ones find in memory", $"{figures.FirstMilliseconds:N0}", "")
            .Row("the same searches with nothing kept in memory, median", $"{figures.AnewMilliseconds:N0}", "")
            .Row("their answers the same to the last letter", $"{figures.Same} of {figures.Compared}", "")
            .Row("peak memory, MB", $"{PeakMemory.Megabytes():N0}", "")
            .Print();
    }
}
