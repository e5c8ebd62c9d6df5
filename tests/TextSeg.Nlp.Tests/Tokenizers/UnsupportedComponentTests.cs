using TextSeg.Nlp.Tokenizers;

namespace TextSeg.Nlp.Tests.Tokenizers;

public sealed class UnsupportedComponentTests
{
    [Theory]
    [InlineData("normalizer")]
    [InlineData("pre-tokenizer")]
    [InlineData("model")]
    [InlineData("post-processor")]
    public void AnUnsupportedComponentIsNamed(string stage)
    {
        const string odd = """{"type":"Kaleidoscope"}""";

        var fault = Should.Throw<NotSupportedException>(() => stage switch
        {
            "normalizer" => TokenizerJson.Load(normalizer: odd),
            "pre-tokenizer" => TokenizerJson.Load(preTokenizer: odd),
            "model" => TokenizerJson.Load(odd),
            _ => TokenizerJson.Load(postProcessor: odd),
        });

        fault.Message.ShouldContain($"{stage} 'Kaleidoscope'");
    }

    [Fact]
    public void AnExpressionThatCannotBeReadIsNamed() =>
        Should.Throw<NotSupportedException>(() => TokenizerJson.Load(normalizer: """{"type":"Replace","pattern":{"Regex":"(open"},"content":""}"""))
            .Message.ShouldContain("(open");

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"model":{"type":"WordLevel"}}""")]
    [InlineData("""{"model":{"type":"WordLevel","vocab":{"a":"b"}}}""")]
    [InlineData("""{"model":{"type":"Unigram","unk_id":3,"vocab":[["a",0]]}}""")]
    [InlineData("""{"model":{"type":"BPE","vocab":{"a":0},"merges":["a b"]}}""")]
    public void AFileThatIsNoTokenizerIsSaid(string json) =>
        Should.Throw<InvalidDataException>(() => Tokenizer.FromJson(json)).Message.ShouldContain("tokenizer.json");

    [Fact]
    public void AMissingFileIsSaid() => Should.Throw<FileNotFoundException>(() => Tokenizer.Load("no-such-tokenizer.json"));
}
