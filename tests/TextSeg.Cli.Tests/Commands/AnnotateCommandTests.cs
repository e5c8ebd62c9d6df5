using System.Text.Json;

namespace TextSeg.Cli.Tests.Commands;

public sealed class AnnotateCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void EachRecordGetsItsLanguageOrUnknown()
    {
        var input = _folder.Write("posts.csv", """
            id,text
            a,The blackbirds in our garden start to sing long before the sun comes up.
            b,Die Amseln in unserem Garten singen schon lange bevor die Sonne aufgeht.
            c,"12345 67890 !!!"
            """);
        var output = _folder.File("labels.jsonl");
        var summary = BuiltProgram.Run("annotate", input, "--out", output, "--json").ShouldBeGood().Json;
        var labels = File.ReadAllLines(output).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        labels.Select(label => label.GetProperty("id").GetString()).ShouldBe(["a", "b", "c"]);
        labels.Select(label => label.GetProperty("language").GetString()).ShouldBe(["en", "de", "unknown"]);
        labels.ShouldAllBe(label => label.GetProperty("confidence").GetDouble() >= 0 && label.GetProperty("confidence").GetDouble() <= 1);
        summary.GetProperty("languages").GetProperty("de").GetInt32().ShouldBe(1);
    }

    [Fact]
    public void EachRecordIsReadWithPlacesInTheOriginalAndSigns()
    {
        const string text = "> what a mess\n\nI **love** the app. It is terrible, still broken and urgent, mail me@example.org!!";
        var input = _folder.Write("posts.jsonl", JsonSerializer.Serialize(new { id = "a", text }) + "\n");
        var output = _folder.File("labels.jsonl");
        var summary = BuiltProgram.Run("annotate", input, "--out", output, "--json", "--explain", "--signs", "--model", SmallClassifierFolder.Path).ShouldBeGood().Json;
        var label = JsonDocument.Parse(File.ReadLines(output).Single()).RootElement;
        label.GetProperty("sentiment").GetProperty("label").GetString().ShouldBe("mixed");
        Originals(label.GetProperty("sentiment").GetProperty("sentences"), text).ShouldBe(["I **love** the app.", "It is terrible, still broken and urgent, mail me@example.org!!"]);
        label.GetProperty("sentiment").GetProperty("sentences")[1].GetProperty("text").GetString()!.ShouldContain("[email]");
        Originals(label.GetProperty("urgency").GetProperty("reasons"), text).ShouldBe(["urgent"]);
        Originals(label.GetProperty("words").GetProperty("sentiment"), text).ShouldContain("terrible");
        label.GetProperty("signs").GetProperty("still").GetInt32().ShouldBe(1);
        label.GetProperty("frustration").GetDouble().ShouldBeInRange(0.5, 1);
        summary.GetProperty("labels").GetProperty("sentiment").GetProperty("mixed").GetInt32().ShouldBe(1);
        summary.GetProperty("model").GetString()!.ShouldContain("small-classifier@");
    }

    [Fact]
    public void AFolderThatIsNoClassifierIsWrongUse()
    {
        var input = _folder.Write("posts.csv", "id,text\na,The lamp is new.\n");
        var result = BuiltProgram.Run("annotate", input, "--out", _folder.File("labels.jsonl"), "--model", _folder.Path);
        result.ExitCode.ShouldBe(2);
        File.Exists(_folder.File("labels.jsonl")).ShouldBeFalse();
    }

    [Fact]
    public void AnUnreadableInputIsSaidAtTheEndAndTheOthersAreDone()
    {
        var good = _folder.Write("posts.csv", "id,text\na,The blackbirds in our garden start to sing long before the sun comes up.\n");
        var empty = _folder.Write("empty.csv", "");
        var output = _folder.File("labels.jsonl");
        var result = BuiltProgram.Run("annotate", empty, good, "--out", output, "--json");
        result.ExitCode.ShouldBe(1);
        result.Json.GetProperty("posts").GetInt32().ShouldBe(1);
        File.ReadAllLines(output).Length.ShouldBe(1);
        result.Error.ShouldContain("empty.csv is empty");
        result.Error.TrimEnd().ShouldEndWith("The other inputs are done.");
    }

    private static string[] Originals(JsonElement parts, string text) =>
        [.. parts.EnumerateArray().Select(part => text[part.GetProperty("start").GetInt32()..part.GetProperty("end").GetInt32()])];
}
