namespace TextSeg.Cli.Tests.Mining;

[Collection(MinedSampleGroup.Name)]
public sealed class MineCommandTests(MinedSample sample) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TopicsAndSegmentsComeWithNamesSizesAndEvidence()
    {
        var mined = sample.Mined.Json;
        mined.GetProperty("added").GetInt32().ShouldBe(1200);
        var topics = mined.GetProperty("topics").EnumerateArray().ToList();
        topics.Count.ShouldBeGreaterThan(5);
        topics.ShouldAllBe(topic => topic.GetProperty("name").GetString()!.Length > 0 && topic.GetProperty("posts").GetInt32() > 0);
        var segments = mined.GetProperty("segments").EnumerateArray().ToList();
        segments.Count.ShouldBeGreaterThan(2);
        segments.Select(segment => segment.GetProperty("name").GetString()).ShouldBeUnique();
        segments.ShouldAllBe(segment => !segment.GetProperty("name").GetString()!.Any(char.IsDigit));
        segments.ShouldAllBe(segment => segment.GetProperty("quotes").GetArrayLength() > 0);
    }

    [Fact]
    public void TheKindOfEachPostIsTakenFromItsColumn() =>
        sample.Mined.Json.GetProperty("totals").GetProperty("kinds").EnumerateArray().Select(kind => kind.GetProperty("name").GetString()).ShouldBe(["forum", "review", "ticket"], ignoreOrder: true);

    [Fact]
    public void TheGuessedColumnsAreSaid()
    {
        sample.Mined.Error.ShouldContain("member_name");
        sample.Mined.Error.ShouldContain("--columns");
    }

    [Fact]
    public void TheSameFileAgainChangesNothing()
    {
        var before = BuiltProgram.Run("segments", "--data", sample.Data, "--json").ShouldBeGood().Output;
        var again = BuiltProgram.Run("mine", sample.Posts, "--data", sample.Data, "--report", sample.Report, "--json").ShouldBeGood().Json;
        again.GetProperty("added").GetInt32().ShouldBe(0);
        again.GetProperty("unchanged").GetInt32().ShouldBe(1200);
        again.GetProperty("mined").GetBoolean().ShouldBeFalse();
        BuiltProgram.Run("segments", "--data", sample.Data, "--json").ShouldBeGood().Output.ShouldBe(before);
    }

    [Fact]
    public void ALongerFileTakesOnlyWhatIsNew()
    {
        var lines = File.ReadAllLines(sample.Posts);
        var path = _folder.Write("posts.jsonl", string.Join('\n', lines.Take(500)) + "\n");
        var data = _folder.File("data");
        BuiltProgram.Run("mine", path, "--data", data, "--json").ShouldBeGood().Json.GetProperty("added").GetInt32().ShouldBe(500);
        _folder.Write("posts.jsonl", string.Join('\n', lines.Take(600)) + "\n");
        var second = BuiltProgram.Run("mine", path, "--data", data, "--json").ShouldBeGood().Json;
        second.GetProperty("added").GetInt32().ShouldBe(100);
        second.GetProperty("unchanged").GetInt32().ShouldBe(500);
    }

    [Fact]
    public void NeitherTheOrderOfRowsNorTheNumberOfThreadsShows()
    {
        var lines = File.ReadAllLines(sample.Posts);
        new Random(3).Shuffle(lines);
        var shuffled = _folder.Write("posts.jsonl", string.Join('\n', lines) + "\n");
        var other = BuiltProgram.Run("mine", shuffled, "--data", _folder.File("data"), "--threads", "1", "--json").ShouldBeGood().Json;
        foreach (var part in new[] { "topics", "segments", "quality", "totals" })
        {
            other.GetProperty(part).GetRawText().ShouldBe(sample.Mined.Json.GetProperty(part).GetRawText(), part);
        }
    }

    [Fact]
    public void NorDoesTheOrderShowWithAnEncoderWhoseVectorsDependOnTheBatch()
    {
        var encoder = SharedFiles.PathOrSkip("models/all-MiniLM-L6-v2");
        var lines = File.ReadLines(sample.Posts).Take(400).ToArray();
        var straight = Mine("straight");
        new Random(5).Shuffle(lines);
        var shuffled = Mine("shuffled");
        foreach (var part in new[] { "topics", "segments" })
        {
            shuffled.GetProperty(part).GetRawText().ShouldBe(straight.GetProperty(part).GetRawText(), part);
        }

        System.Text.Json.JsonElement Mine(string name)
        {
            Directory.CreateDirectory(_folder.File(name));
            var input = _folder.Write(Path.Combine(name, "posts.jsonl"), string.Join('\n', lines) + "\n");
            return BuiltProgram.Run("mine", input, "--data", _folder.File(name + "-data"), "--model", encoder, "--json").ShouldBeGood().Json;
        }
    }

    [Fact]
    public void NoNameOrAddressOfAMemberIsInTheReport()
    {
        var report = File.ReadAllText(sample.Report);
        foreach (var line in File.ReadLines(sample.Posts))
        {
            var name = System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("member_name").GetString()!;
            report.ShouldNotContain(name, Case.Sensitive);
        }

        report.ShouldNotContain("@example");
    }

    [Fact]
    public void WithoutAMemberColumnThereAreTopicsAndThatIsSaid()
    {
        var input = _folder.Write("notes.csv", "text\n" + string.Join('\n', Enumerable.Range(0, 60).Select(i => i % 2 == 0 ? $"the oven burns bread number {i}" : $"my bicycle chain squeaks on ride {i}")) + "\n");
        var mined = BuiltProgram.Run("mine", input, "--data", _folder.File("data"), "--json").ShouldBeGood().Json;
        mined.GetProperty("segments").GetArrayLength().ShouldBe(0);
        mined.GetProperty("noSegments").GetString()!.ShouldContain("no members");
    }
}
