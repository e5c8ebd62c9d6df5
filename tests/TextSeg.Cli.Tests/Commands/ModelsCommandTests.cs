namespace TextSeg.Cli.Tests.Commands;

public sealed class ModelsCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheShippedModelsAreListedWithTheirCards()
    {
        var result = BuiltProgram.Run("models", "--json").ShouldBeGood();
        var cards = result.Json.EnumerateArray().Select(model => model.GetProperty("card")).ToArray();
        cards.Select(card => card.GetProperty("kind").GetString()).ShouldBe(["encoder", "language-identifier", "classifier"], ignoreOrder: true);
        cards.ShouldAllBe(card => card.GetProperty("licence").GetString()!.Length > 0);
        BuiltProgram.Run("models").ShouldBeGood().Output.ShouldContain("languages");
    }

    [Fact]
    public void ASequenceClassifierIsTakenByItsFolderAndUsedByItsName()
    {
        var source = Directory.CreateDirectory(_folder.File("moods")).FullName;
        foreach (var file in new[] { "reader.onnx", "tokenizer.json" })
        {
            File.Copy(Path.Combine(SmallClassifierFolder.Path, file), Path.Combine(source, file));
        }

        _folder.Write("moods/config.json", """{"id2label":{"0":"negative","1":"neutral","2":"positive"}}""");
        var result = BuiltProgram.Run("models", "add", source);
        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("has no output 'logits' for the head 'sentiment'");
    }

    [Fact]
    public void AFolderWithoutAnEncoderIsRefused()
    {
        var result = BuiltProgram.Run("models", "add", _folder.Path);
        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain(_folder.Path);
    }
}
