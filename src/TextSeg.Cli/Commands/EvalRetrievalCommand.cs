using System.CommandLine;
using TextSeg.Cli.Output;
using TextSeg.Engine.Evaluation;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg eval retrieval</c>: whether a post finds the posts of its own label.</summary>
internal static class EvalRetrievalCommand
{
    private static readonly Option<int> Questions = new("--questions") { Description = "How many posts are asked, at least 1.", DefaultValueFactory = _ => 500 };
    private static readonly Option<bool> Json = Verb.JsonOption();

    public static Command Create()
    {
        Questions.Validators.Add(result => InputOptions.Require(result, result.GetValueOrDefault<int>() >= 1, "Questions must be at least 1."));
        return new Command("retrieval", "Ask posts as questions: do the posts found have the same label?")
        {
            InputOptions.Inputs, InputOptions.Label, Questions, InputOptions.Columns, InputOptions.Kind, InputOptions.Model, InputOptions.Seed, InputOptions.Threads, Json,
        }.Does(RunAsync);
    }

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var encoder = InputOptions.LoadEncoder(parsed);
        var test = new RetrievalTest(encoder, parsed.GetValue(Questions), parsed.GetValue(InputOptions.Seed));
        var figures = await ConsoleProgress.RunAsync(TimeProvider.System, async progress =>
        {
            var posts = await InputOptions.ReadPostsAsync(parsed, Environment.CurrentDirectory, progress, cancellation, parsed.GetValue(InputOptions.Label));
            return await Task.Run(() => test.Run(posts.Posts, progress, cancellation), cancellation);
        });
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(new { Model = encoder.ModelId, Seed = parsed.GetValue(InputOptions.Seed), Figures = figures });
        }
        else
        {
            Print(figures, encoder.ModelId);
        }
    }

    private static void Print(RetrievalEvaluation figures, string model) => new FigureTable("Retrieval", model)
        .Row("questions", FigureTable.Count(figures.Questions))
        .Row("posts searched", FigureTable.Count(figures.Posts))
        .Row("precision at 10", FigureTable.Number(figures.PrecisionAt10))
        .Row("recall at relevance ≥ 0.5", FigureTable.Number(figures.Recall))
        .Row("precision at relevance ≥ 0.5", FigureTable.Number(figures.Precision))
        .Row("F1 at relevance ≥ 0.5", FigureTable.Number(figures.F1))
        .Row("questions with an answer", FigureTable.Share(figures.ShareAnswered))
        .Print();
}
