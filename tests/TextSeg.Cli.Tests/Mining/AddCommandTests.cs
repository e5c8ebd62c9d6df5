namespace TextSeg.Cli.Tests.Mining;

[Collection(MinedSampleGroup.Name)]
public sealed class AddCommandTests(MinedSample sample) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AddedPostsAreShownInTheirTopicAtOnceAndOfTheirMember()
    {
        var data = CopyOfData();
        var input = _folder.Write("posts.jsonl", """
            {"id":"late1","member":"zz9","member_name":"Quill","text":"My rain gauge shows far too little rain, the funnel was full of leaves and the bucket tips no more.","time":"2026-01-01T10:00:00Z"}
            {"id":"late2","member":"zz9","member_name":"Quill","text":"The rain gauge tips twice for each drop, so yesterday's rain is counted double.","time":"2026-01-02T10:00:00Z"}

            """);
        var added = BuiltProgram.Run("add", input, "--data", data, "--json").ShouldBeGood().Json;
        added.GetProperty("added").GetInt32().ShouldBe(2);
        var placed = added.GetProperty("placed").EnumerateArray().ToList();
        placed.Count.ShouldBe(2);
        var topic = placed[0].GetProperty("topic").GetString()!;

        var member = BuiltProgram.Run("member", "zz9", "--data", data, "--json").ShouldBeGood().Json;
        member.GetProperty("posts").GetInt32().ShouldBe(2);
        member.GetProperty("topics").EnumerateArray().Select(own => own.GetProperty("id").GetString()).ShouldContain(topic);
        var before = BuiltProgram.Run("topic", topic, "--data", sample.Data, "--json").ShouldBeGood().Json.GetProperty("topic").GetProperty("posts").GetInt32();
        BuiltProgram.Run("topic", topic, "--data", data, "--json").ShouldBeGood().Json.GetProperty("topic").GetProperty("posts").GetInt32().ShouldBeGreaterThan(before);
        BuiltProgram.Run("ask", "rain counted double", "--data", data, "--json").ShouldBeGood().Output.ShouldContain("late2");
        BuiltProgram.Run("mine", input, "--data", data, "--json").ShouldBeGood().Json.GetProperty("mined").GetBoolean().ShouldBeTrue("placed posts wait for a whole run");
    }

    [Fact]
    public void WithNothingMinedItSaysWhatToDoFirst()
    {
        var result = BuiltProgram.Run("add", sample.Posts, "--data", _folder.File("empty"));
        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("textseg mine");
    }

    private string CopyOfData()
    {
        var data = _folder.File("data");
        foreach (var file in Directory.EnumerateFiles(sample.Data, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(data, Path.GetRelativePath(sample.Data, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return data;
    }
}
