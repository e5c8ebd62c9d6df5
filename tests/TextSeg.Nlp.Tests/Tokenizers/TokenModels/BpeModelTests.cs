namespace TextSeg.Nlp.Tests.Tokenizers.TokenModels;

public sealed class BpeModelTests
{
    [Theory]
    [InlineData("lower", "low|er")]
    [InlineData("owl", "ow|l")]
    [InlineData("lolo", "lo|lo")]
    public void TheEarliestMergeGoesFirst(string text, string expected) =>
        TokenizerJson.Load(Model("""["e r","o w","l o","l ow"]""")).Encode(text).Tokens.ShouldBe(expected.Split('|'));

    [Fact]
    public void MergesMayBeWrittenAsPairs() =>
        TokenizerJson.Load(Model("""[["e","r"]]""")).Encode("er").Tokens.ShouldBe(["er"]);

    [Theory]
    [InlineData("", "l|w")]
    [InlineData(""","unk_token":"?" """, "l|?|?|w")]
    [InlineData(""","unk_token":"?","fuse_unk":true""", "l|?|w")]
    [InlineData(""","unk_token":"?","byte_fallback":true""", "l|<0xC3>|<0xA9>|?|w")]
    public void UnknownCharactersAreTreatedAsTheModelSays(string options, string expected) =>
        TokenizerJson.Load(Model("[]", options)).Encode("lézw".Replace("z", "ß", StringComparison.Ordinal)).Tokens.ShouldBe(expected.Split('|'));

    [Fact]
    public void WordEndsAndContinuationsAreSpeltWithTheirMarks()
    {
        var tokenizer = TokenizerJson.Load("""
            {"type":"BPE","continuing_subword_prefix":"##","end_of_word_suffix":"</w>","vocab":{"l":0,"##o":1,"##w</w>":2,"lo":3},"merges":["l ##o"]}
            """);

        tokenizer.Encode("low").Tokens.ShouldBe(["lo", "##w</w>"]);
    }

    [Fact]
    public void AWholePieceMayPassOverMerges()
    {
        const string merges = """["e r"]""";

        TokenizerJson.Load(Model(merges)).Encode("low").Tokens.ShouldBe(["l", "o", "w"]);
        TokenizerJson.Load(Model(merges, ""","ignore_merges":true""")).Encode("low").Tokens.ShouldBe(["low"]);
    }

    [Fact]
    public void DropoutIsNotSupported() =>
        Should.Throw<NotSupportedException>(() => TokenizerJson.Load(Model("[]", ""","dropout":0.1"""))).Message.ShouldContain("dropout");

    private static string Model(string merges, string options = "") =>
        $$"""{"type":"BPE","vocab":{"?":0,"l":1,"o":2,"w":3,"e":4,"r":5,"lo":6,"ow":7,"er":8,"low":9,"<0xC3>":10,"<0xA9>":11},"merges":{{merges}}{{options}}}""";
}
