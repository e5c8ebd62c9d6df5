namespace TextSeg.Nlp.Tests.Tokenizers.PostProcessors;

public sealed class PostProcessorTests
{
    private const string Split = """{"type":"WhitespaceSplit"}""";
    private static readonly string Model = TokenizerJson.WordLevel("[UNK]", "[C]", "[S]", "a", "b");

    [Theory]
    [InlineData("""{"type":"BertProcessing","cls":["[C]",1],"sep":["[S]",2]}""", "[C] a [S] b [S]", "0 0 0 1 1")]
    [InlineData("""{"type":"RobertaProcessing","cls":["[C]",1],"sep":["[S]",2]}""", "[C] a [S] [S] b [S]", "0 0 0 0 0 0")]
    [InlineData("""
        {"type":"TemplateProcessing","single":[],"pair":[{"Sequence":{"id":"B","type_id":3}},{"SpecialToken":{"id":"x","type_id":2}},{"Sequence":{"id":"A","type_id":1}}],
        "special_tokens":{"x":{"id":"x","ids":[1,2],"tokens":["[C]","[S]"]}}}
        """, "b [C] [S] a", "3 2 2 1")]
    [InlineData("null", "a b", "0 1")]
    public void APairIsLaidOutAsTheTemplateSays(string postProcessor, string tokens, string typeIds)
    {
        var result = TokenizerJson.Load(Model, preTokenizer: Split, postProcessor: postProcessor).Encode("a", "b");

        string.Join(' ', result.Tokens).ShouldBe(tokens);
        string.Join(' ', result.TypeIds).ShouldBe(typeIds);
    }

    [Fact]
    public void SpecialTokensCanBeLeftOut()
    {
        var tokenizer = TokenizerJson.Load(Model, preTokenizer: Split, postProcessor: """{"type":"BertProcessing","cls":["[C]",1],"sep":["[S]",2]}""");

        tokenizer.Encode("a", addSpecialTokens: false).Tokens.ShouldBe(["a"]);
        tokenizer.CountSpecialTokens().ShouldBe(2);
        tokenizer.CountSpecialTokens(isPair: true).ShouldBe(3);
    }

    [Theory]
    [InlineData(true, 1, 3)]
    [InlineData(false, 0, 3)]
    public void ByteLevelTakesSpacesOutOfOffsets(bool trim, int start, int end)
    {
        var tokenizer = TokenizerJson.Load(
            preTokenizer: """{"type":"ByteLevel","add_prefix_space":false,"use_regex":false}""",
            postProcessor: $$"""{"type":"Sequence","processors":[{"type":"ByteLevel","trim_offsets":{{(trim ? "true" : "false")}},"add_prefix_space":false}]}""");

        tokenizer.Encode(" ab").Offsets.ShouldBe([new TextSpan(start, end)]);
    }

    [Fact]
    public void ASpaceThatWasPutBeforeTheTextIsNotTrimmed()
    {
        const string byteLevel = """{"type":"ByteLevel","add_prefix_space":true,"trim_offsets":true}""";

        var result = TokenizerJson.Load(preTokenizer: byteLevel, postProcessor: byteLevel).Encode("ab cd");

        result.Tokens.ShouldBe(["Ġab", "Ġcd"]);
        result.Offsets.ShouldBe([new TextSpan(0, 2), new TextSpan(3, 5)]);
    }

    [Fact]
    public void ATemplateWithAnUnlistedTokenIsSaid() =>
        Should.Throw<InvalidDataException>(() => TokenizerJson.Load(postProcessor: """
            {"type":"TemplateProcessing","single":[{"SpecialToken":{"id":"[X]","type_id":0}}],"pair":[],"special_tokens":{}}
            """)).Message.ShouldContain("[X]");
}
