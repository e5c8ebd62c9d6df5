using System.Text.Json;

namespace TextSeg.Cli.Tests.Commands;

/// <summary>The verbs that measure models, on sets of a few invented rows.</summary>
public sealed class EvalModelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AnEncoderIsMeasuredOnEverySetOfAFolder()
    {
        WriteRows("pets.groups.jsonl", Enumerable.Range(0, 40).Select(row => new { text = row % 2 == 0 ? $"the cat purrs {row} times" : $"invoice {row} is unpaid", label = $"{row % 2}" }));
        WriteRows("two.groups.jsonl", Enumerable.Range(0, 8).Select(row => new { text = row < 4 ? $"red wine {row}" : $"roter Wein {row}", label = $"{row % 2}", language = row < 4 ? "en" : "de" }));
        WriteRows("tides.translations.jsonl", Enumerable.Range(0, 24).SelectMany(row => new[] { "de", "fr" }.Select(language => new
        {
            text = $"{row} Boote", english = $"{row} boats", language, line = row,
        })));
        WriteRows("pairs.similarity.jsonl", Enumerable.Range(0, 24).Select(row => new { left = "a boat at sea", right = row % 2 == 0 ? "a ship at sea" : $"tax form {row}", score = 1 - (row % 2) }));
        WriteRows("talk.threads.jsonl", Enumerable.Range(0, 9).Select(row => new { text = $"{(row % 3 == 0 ? "boats" : row % 3 == 1 ? "taxes" : "cats")} {row}", thread = $"{row % 3}", reply = row >= 6 }));

        var result = BuiltProgram.Run("eval", "encoder", "--data", _folder.Path, "--beside", "none", "--resamples", "100", "--json").ShouldBeGood().Json;

        var figures = result.GetProperty("figures").EnumerateArray().ToArray();
        Value(figures, "pets", "V-measure of k-means").ShouldBeGreaterThan(0.9, "cats and invoices are far apart");
        Value(figures, "pairs", "Spearman").ShouldBeGreaterThan(0.7);
        Value(figures, "talk", "a held-out reply").ShouldBe(1);
        figures.Count(figure => Text(figure, "set") == "two").ShouldBe(2, "two languages are centred too");
        figures.Count(figure => Text(figure, "set") == "tides").ShouldBe(4, "each language, the mean and the lowest");
        figures.ShouldContain(figure => Text(figure, "measure").Contains("product's own stage"));
        result.GetProperty("textsPerSecond").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public void HeadsAreMeasuredBesideBaselinesTrainedOnTheSameData()
    {
        WriteMoods("sentiment.heldout.jsonl", 30);
        WriteMoods("sentiment.train.jsonl", 60);
        var head = BuiltProgram.Run("eval", "heads", "--model", SmallClassifierFolder.Path, "--data", _folder.Path, "--resamples", "100", "--json").ShouldBeGood()
            .Json.GetProperty("heads").EnumerateArray().ShouldHaveSingleItem();
        head.GetProperty("rows").GetInt32().ShouldBe(30);
        head.GetProperty("trainRows").GetInt32().ShouldBe(60);
        var systems = head.GetProperty("systems").EnumerateArray().ToArray();
        systems.Select(system => Text(system, "system")).Skip(1).ShouldBe(["majority", "bag of words"]);
        var macro = systems.Select(system => system.GetProperty("all").GetProperty("macroF1").GetProperty("value").GetDouble()).ToArray();
        macro[0].ShouldBe(1, "the texts are clear");
        macro[1].ShouldBe(0.5 / 3, 1e-9, "one of three labels of equal size is always told");

        var table = BuiltProgram.Run("eval", "heads", "--model", SmallClassifierFolder.Path, "--data", _folder.Path, "--train-rows", "0").ShouldBeGood().Output;
        table.ShouldContain("100.0 (100.0–100.0)");
        table.ShouldContain("95 % intervals by bootstrap");
        table.ShouldNotContain("majority");
    }

    [Fact]
    public void AFileOfOnesOwnIsMeasuredWithItsOwnLabels()
    {
        var input = _folder.Write("own.csv", "body,mood\nI love it,pos\nthe app is broken and it crashes,neg\nmeeting today,meh\n,neg\nI love it,\nmeeting today,sleepy\n");
        var result = BuiltProgram.Run("eval", input, "--text", "body", "--label", "mood", "--map", "pos=positive,neg=negative", "--map", "meh=neutral", "--model", SmallClassifierFolder.Path, "--json").ShouldBeGood();
        var head = result.Json.GetProperty("heads")[0];
        Text(head, "head").ShouldBe("sentiment");
        head.GetProperty("rows").GetInt32().ShouldBe(3);
        head.GetProperty("systems")[0].GetProperty("all").GetProperty("accuracy").GetProperty("value").GetDouble().ShouldBe(1);
        result.Error.ShouldContain("does not know the label sleepy (1 rows)");
        result.Error.ShouldContain("records have no label");
        result.Error.ShouldContain("3 rows are too few for an interval");
    }

    [Fact]
    public void TheCheckListIsCountedByCapabilityAndLanguage()
    {
        var result = BuiltProgram.Run("eval", "checklist", "--model", SmallClassifierFolder.Path, "--failures", "1", "--json").ShouldBeGood().Json;
        var (cases, failed) = (result.GetProperty("cases").GetInt32(), result.GetProperty("failed").GetInt32());
        cases.ShouldBeGreaterThan(300);
        failed.ShouldBeInRange(1, cases, "a model of thirty words is fooled");
        result.GetProperty("byCapability").EnumerateArray().Sum(count => count.GetProperty("failures").GetInt32()).ShouldBe(failed);
        result.GetProperty("byCapabilityAndLanguage").EnumerateArray().Select(count => Text(count, "language")).Distinct().Count().ShouldBeGreaterThanOrEqualTo(6);
        result.GetProperty("failures").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("Say what to measure", "eval")]
    [InlineData("Say what to measure", "eval", "OWN")]
    [InlineData("no column mood", "eval", "OWN", "--label", "mood")]
    [InlineData("No head knows the labels", "eval", "OWN", "--label", "stars")]
    [InlineData("has no head weather", "eval", "OWN", "--label", "stars", "--head", "weather")]
    [InlineData("maps no label", "eval", "OWN", "--label", "stars", "--map", "five")]
    [InlineData("There is no folder", "eval", "heads", "--data", "no-such-folder")]
    [InlineData("There is no folder", "eval", "encoder", "--data", "no-such-folder")]
    [InlineData("100 to 100,000", "eval", "heads", "--resamples", "5")]
    [InlineData("is not a classifier", "eval", "OWN", "--label", "stars", "--model", "textseg-static-256")]
    public void WrongUseIsSaidInOneSentence(string said, params string[] arguments)
    {
        var own = _folder.Write("own.csv", "text,stars\nI love it,five\n");
        string[] model = arguments.Contains("--model") || arguments.Length == 1 || arguments[1] is "encoder" ? [] : ["--model", SmallClassifierFolder.Path];
        var result = BuiltProgram.Run([.. arguments.Select(word => word == "OWN" ? own : word), .. model]);
        result.ExitCode.ShouldBeInRange(1, 2, result.Error);
        result.Error.ShouldContain(said);
        result.Error.ShouldNotContain("   at TextSeg");
        result.Output.ShouldBeEmpty();
    }

    private void WriteMoods(string name, int rows)
    {
        (string Text, string Label)[] known = [("I love it", "positive"), ("the app is broken and it crashes", "negative"), ("meeting today", "neutral")];
        WriteRows(name, Enumerable.Range(0, rows).Select(row => new { text = known[row % 3].Text, labels = new[] { known[row % 3].Label }, language = "en", source = "own" }));
    }

    private void WriteRows<T>(string name, IEnumerable<T> rows) => _folder.Write(name, string.Join('\n', rows.Select(row => JsonSerializer.Serialize(row))));

    private static double Value(JsonElement[] figures, string set, string measure) =>
        figures.First(figure => Text(figure, "set") == set && Text(figure, "measure").StartsWith(measure, StringComparison.Ordinal)).GetProperty("figure").GetProperty("value").GetDouble();

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
