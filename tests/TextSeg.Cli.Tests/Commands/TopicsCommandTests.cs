using System.Text.Json;

namespace TextSeg.Cli.Tests.Commands;

public sealed class TopicsCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void EveryRecordGetsItsLineInInputOrder()
    {
        string[] lines = [.. InventedPosts.Lines(120), """{"id":"wordless","author":"m1","theme":"none","body":"https://example.org/picture.png"}"""];
        var input = _folder.Write("posts.jsonl", string.Join('\n', lines));
        var output = _folder.File("topics.jsonl");
        BuiltProgram.Run("topics", input, "--out", output).ShouldBeGood();

        var topics = Read(output);
        topics.Select(topic => topic.GetProperty("id").GetString()).ShouldBe(lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()));
        foreach (var topic in topics)
        {
            topic.EnumerateObject().Select(property => property.Name).ShouldBe(["id", "topic", "path", "strength", "state"]);
            topic.GetProperty("strength").GetDouble().ShouldBeInRange(0, 1);
            topic.GetProperty("state").GetString().ShouldBeOneOf("core", "edge", "unsure", "none");
            topic.GetProperty("path").EnumerateArray().Select(level => level.GetInt32()).ShouldContain(topic.GetProperty("topic").GetInt32());
        }

        topics[^1].GetProperty("state").GetString().ShouldBe("none", "a link alone has no words");
    }

    [Fact]
    public void ADescribedTopicCarriesItsNameAndOneWithoutPostsIsSaid()
    {
        var seeds = _folder.Write("seeds.txt", "Baking: flour and yeast for the dough; the bread has a crust in the oven\nSpace: a rocket in orbit; astronauts on the moon\n");
        var output = _folder.File("topics.jsonl");
        var summary = BuiltProgram.Run("topics", InventedPosts.Write(_folder), "--seed-topics", seeds, "--out", output, "--json").ShouldBeGood().Json.GetProperty("seedTopics");
        summary.GetProperty("Baking").GetInt32().ShouldBeGreaterThan(20);
        summary.GetProperty("Space").GetInt32().ShouldBe(0);
        var named = Read(output).Where(topic => topic.TryGetProperty("name", out var name) && name.GetString() == "Baking").Select(topic => topic.GetProperty("topic").GetInt32()).ToArray();
        named.Length.ShouldBe(summary.GetProperty("Baking").GetInt32());
        named.Distinct().ShouldHaveSingleItem();
        BuiltProgram.Run("topics", InventedPosts.Write(_folder), "--seed-topics", _folder.File("nowhere.txt"), "--out", output).ExitCode.ShouldBe(2);
    }

    [Fact]
    public void TheSummaryHasTheFiguresOfTheRun()
    {
        var input = InventedPosts.Write(_folder);
        var summary = BuiltProgram.Run("topics", input, "--out", _folder.File("topics.jsonl"), "--json").ShouldBeGood().Json;
        summary.GetProperty("posts").GetInt32().ShouldBe(200);
        summary.GetProperty("k").GetInt32().ShouldBeGreaterThan(1);
        summary.GetProperty("silhouette").GetDouble().ShouldBeInRange(-1, 1);
        summary.GetProperty("stability").GetDouble().ShouldBeLessThanOrEqualTo(1);
        summary.GetProperty("peakMemoryMegabytes").GetDouble().ShouldBeGreaterThan(1);
        summary.GetProperty("seconds").EnumerateObject().Select(stage => stage.Name).ShouldBeSubsetOf(
            ["read", "clean", "encode", "neighbours", "resolutions", "choice of level", "consensus", "stability", "splits", "hierarchy", "phrases", "write"]);
        var shares = new[] { "shareCore", "shareEdge", "shareUnsure", "shareNone" }.Sum(share => summary.GetProperty(share).GetDouble());
        shares.ShouldBe(1, 1e-9);

        var table = BuiltProgram.Run("topics", input, "--out", _folder.File("topics.jsonl")).ShouldBeGood();
        table.Output.ShouldContain("silhouette");
        table.Error.ShouldContain("text", Case.Sensitive, "the guessed columns are told");
        table.Error.ShouldContain("body");
    }

    [Fact]
    public void TheTableOfTopicsHasThePhrasesOfEveryLevel()
    {
        var table = _folder.File("table.jsonl");
        var summary = BuiltProgram.Run("topics", InventedPosts.Write(_folder), "--out", _folder.File("topics.jsonl"), "--topics-out", table, "--json").ShouldBeGood().Json;
        var topics = Read(table);
        topics.GroupBy(topic => topic.GetProperty("level").GetInt32()).Select(level => level.Count()).ShouldBe(summary.GetProperty("levels").EnumerateArray().Select(level => level.GetInt32()));
        topics.GroupBy(topic => topic.GetProperty("level").GetInt32()).ShouldAllBe(level => level.Sum(topic => topic.GetProperty("posts").GetInt32()) <= 200);
        topics.ShouldContain(topic => topic.GetProperty("phrases").GetArrayLength() > 2 && topic.GetProperty("name").GetString()!.Length > 3);
        summary.GetProperty("topics").GetArrayLength().ShouldBe(summary.GetProperty("k").GetInt32());
    }

    [Fact]
    public void TheSameRowsShuffledAndWithOtherThreadsGiveTheSameTopics()
    {
        var sample = _folder.File("sample.jsonl");
        BuiltProgram.Run("sample", "--members", "60", "--posts", "600", "--out", sample).ShouldBeGood();
        var lines = File.ReadAllLines(sample);
        new Random(7).Shuffle(lines);
        var shuffled = _folder.Write("shuffled.jsonl", string.Join('\n', lines));

        var first = TopicsById(sample, threads: 1);
        TopicsById(sample, threads: 2).ShouldBe(first);
        TopicsById(shuffled, threads: 2).ShouldBe(first);
        first.Count.ShouldBe(600);
    }

    [Fact]
    public void RejectedRecordsAreListedApart()
    {
        var input = _folder.Write("posts.jsonl", string.Join('\n', InventedPosts.Lines(40)) + "\n{\"id\":\"empty\",\"body\":\"\"}\n{\"id\": \"cut\n");
        var summary = BuiltProgram.Run("topics", input, "--out", _folder.File("topics.jsonl"), "--json").ShouldBeGood();
        summary.Json.GetProperty("rejected").GetInt32().ShouldBe(2);
        Read(_folder.File("topics.jsonl")).Length.ShouldBe(40);
        Read(input + ".rejected.jsonl").Select(row => row.GetProperty("line").GetInt64()).ShouldBe([41, 42]);
        summary.Error.ShouldContain(".rejected.jsonl");
    }

    [Fact]
    public void StandardInputIsRead()
    {
        var result = BuiltProgram.Run(string.Join('\n', InventedPosts.Lines(40)), ["topics", "-", "--out", _folder.File("topics.jsonl")]);
        result.ShouldBeGood();
        Read(_folder.File("topics.jsonl")).Length.ShouldBe(40);
    }

    [Fact]
    public void TheNumberOfTopicsCanBeWished()
    {
        var input = InventedPosts.Write(_folder);
        var many = BuiltProgram.Run("topics", input, "--level", "12", "--out", _folder.File("many.jsonl"), "--json").ShouldBeGood().Json;
        var few = BuiltProgram.Run("topics", input, "--level", "2", "--out", _folder.File("few.jsonl"), "--json").ShouldBeGood().Json;
        few.GetProperty("k").GetInt32().ShouldBeLessThan(many.GetProperty("k").GetInt32());
    }

    private static JsonElement[] Read(string path) => [.. File.ReadAllLines(path).Select(line => JsonDocument.Parse(line).RootElement)];

    private SortedDictionary<string, string> TopicsById(string input, int threads)
    {
        var output = _folder.File("topics.jsonl");
        BuiltProgram.Run("topics", input, "--out", output, "--threads", $"{threads}").ShouldBeGood();
        return new SortedDictionary<string, string>(Read(output).ToDictionary(topic => topic.GetProperty("id").GetString()!, topic => topic.GetRawText()), StringComparer.Ordinal);
    }
}
