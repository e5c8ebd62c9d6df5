namespace TextSeg.Cli.Tests.Mining;

[Collection(MinedSampleGroup.Name)]
public sealed class EditCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _posts;

    public EditCommandTests(MinedSample sample)
    {
        _posts = sample.Posts;
        foreach (var file in Directory.EnumerateFiles(sample.Data, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Data, Path.GetRelativePath(sample.Data, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private string Data => _folder.File("data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ARenamedTopicAndAMergeAreInListsCardsAndTheNextReport()
    {
        var topics = BuiltProgram.Run("segments", "--data", Data, "--json").ShouldBeGood().Json.GetProperty("topics").EnumerateArray().Select(topic => topic.GetProperty("id").GetString()!).ToArray();
        BuiltProgram.Run("edit", "rename", topics[0], "What people ask most", "--data", Data).ShouldBeGood().Output.ShouldContain("changes 1 name");
        var preview = BuiltProgram.Run("edit", "merge", topics[0], topics[1], "--preview", "--json", "--data", Data).ShouldBeGood().Json;
        var merged = BuiltProgram.Run("edit", "merge", topics[0], topics[1], "--json", "--data", Data).ShouldBeGood().Json;
        merged.GetProperty("sentence").GetString().ShouldBe(preview.GetProperty("sentence").GetString());
        BuiltProgram.Run("topic", topics[0], "--data", Data).ShouldBeGood().Output.ShouldStartWith("What people ask most");
        BuiltProgram.Run("topic", topics[1], "--data", Data).ExitCode.ShouldBe(2);
        var more = _folder.Write("more.csv", "id,author,text\nx1,ann,the first of two new questions\nx2,ben,and the second of them\n");
        BuiltProgram.Run("mine", _posts, more, "--data", Data).ShouldBeGood().Output.ShouldContain("What people ask most");
        BuiltProgram.Run("edit", "list", "--data", Data).ShouldBeGood().Output.ShouldContain("2 edits, 0 in conflict");
        BuiltProgram.Run("edit", "undo", "--data", Data).ShouldBeGood().Output.ShouldContain("take back merge");
    }

    [Fact]
    public void BadEditsAreWrongUseInOneSentence()
    {
        foreach (var (arguments, because) in new (string[], string)[]
        {
            (["edit", "rename", "t9-9", "Name", "--data", Data], "no topic t9-9"),
            (["edit", "undo", "--data", Data], "no edit to take back"),
            (["edit", "split", "t1-1", "--into", "many", "--data", Data], "many"),
        })
        {
            var result = BuiltProgram.Run(arguments);
            result.ExitCode.ShouldBe(2);
            result.Error.ShouldContain(because);
        }

        var nowhere = BuiltProgram.Run("edit", "rename", "t1-1", "Name", "--data", _folder.File("nowhere"));
        nowhere.ExitCode.ShouldBe(1);
        nowhere.Error.ShouldContain("Nothing was mined");
        Directory.Exists(_folder.File("nowhere")).ShouldBeFalse();
    }
}
