using System.CommandLine;
using System.Globalization;
using TextSeg.Cli.Output;
using TextSeg.Engine.Evaluation.Masking;
using TextSeg.Engine.Samples;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg eval masking</c>: how much of the personal data planted in the invented community is masked.</summary>
internal static class EvalMaskingCommand
{
    private static readonly Option<int> Members = new("--members") { Description = "Members of the sample.", DefaultValueFactory = _ => 3_000 };
    private static readonly Option<int> Seed = new("--seed") { Description = "Seed of the sample.", DefaultValueFactory = _ => new SampleOptions().Seed };
    private static readonly Option<bool> Json = Verb.JsonOption();

    public static Command Create() =>
        new Command("masking", "Invent a community and see how much of the personal data planted in it is masked.") { Members, Seed, Json }.Does(RunAsync);

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var members = parsed.GetValue(Members);
        var sample = new SampleOptions { Members = members, Posts = (int)Math.Min(10L * members, int.MaxValue), Seed = parsed.GetValue(Seed) };
        var score = await Task.Run(() => MaskingTest.Run(sample, cancellation), cancellation);
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(score);
            return;
        }

        var table = new FigureTable("Kind", "Planted", "Masked", "Partly", "Recall");
        foreach (var kind in score.Kinds)
        {
            table.Row(kind.Kind, FigureTable.Count(kind.Planted), FigureTable.Count(kind.Masked), FigureTable.Count(kind.Partly), FigureTable.Share(kind.Recall));
        }

        table.Print();
        Console.Out.WriteLine(string.Create(
            CultureInfo.CurrentCulture, $"{score.Posts:N0} posts. Of {score.Words:N0} words that are no planted data, {score.MaskedWords:N0} were masked as personal data."));
    }
}
