namespace TextSeg.Cli.Tests.Commands;

public sealed class ModelsUseCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => _folder.File("data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ADataFolderChangesItsEncoderAndRemembersIt()
    {
        var input = InventedPosts.Write(_folder, posts: 160);
        var other = CopyOfShippedEncoder("second-encoder");
        BuiltProgram.Run("mine", input, "--data", Data).ShouldBeGood();
        var changed = BuiltProgram.Run("models", "use", other, "--data", Data, "--json").ShouldBeGood().Json;
        changed.GetProperty("changed").GetBoolean().ShouldBeTrue();
        changed.GetProperty("before").GetString()!.ShouldStartWith("textseg-static-256@");
        Directory.GetDirectories(Path.Combine(Data, "vectors")).ShouldHaveSingleItem().ShouldContain("second-encoder@");
        File.ReadAllText(Path.Combine(Data, "report.html")).ShouldContain("second-encoder");
        BuiltProgram.Run("models", "use", other, "--data", Data).ShouldBeGood().Output.ShouldContain("already");

        BuiltProgram.Run("ask", "the bread and its crust", "--data", Data, "--model", other, "--json").ShouldBeGood().Json.GetProperty("hits").GetArrayLength().ShouldBe(10);
        var unknown = BuiltProgram.Run("mine", input, "--data", Data);
        unknown.ExitCode.ShouldBe(2);
        unknown.Error.ShouldContain("mined with the encoder second-encoder, which is not among the known models");
        BuiltProgram.Run("mine", input, "--data", Data, "--model", other).ShouldBeGood().Output.ShouldContain("Nothing is new");
    }

    [Fact]
    public void WithoutAWorkspaceItSaysWhatToDo()
    {
        var result = BuiltProgram.Run("models", "use", "textseg-static-256", "--data", Data);
        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("textseg mine");
    }

    private string CopyOfShippedEncoder(string name)
    {
        var copy = Directory.CreateDirectory(_folder.File(name)).FullName;
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("models/textseg-static-256")))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        var card = Path.Combine(copy, "model.json");
        File.WriteAllText(card, File.ReadAllText(card).Replace("\"textseg-static-256\"", $"\"{name}\"", StringComparison.Ordinal).Replace("\"default\": true", "\"default\": false", StringComparison.Ordinal));
        return copy;
    }
}
