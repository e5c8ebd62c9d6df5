namespace TextSeg.Nlp.Tests.Tokenizers.PreTokenizers;

public sealed class PreTokenizerTests
{
    [Theory]
    [InlineData("""{"type":"BertPreTokenizer"}""", "it's 5€, ok…", "it|'|s|5€|,|ok|…")]
    [InlineData("""{"type":"Whitespace"}""", "one-two  x_1 ?! 𝔘z", "one|-|two|x_1|?!|𝔘z")]
    [InlineData("""{"type":"WhitespaceSplit"}""", " one-two\tx\u00A0y ", "one-two|x|y")]
    [InlineData("""{"type":"Punctuation"}""", "a--b.", "a|-|-|b|.")]
    [InlineData("""{"type":"Punctuation","behavior":"Contiguous"}""", "a--b.", "a|--|b|.")]
    [InlineData("""{"type":"Digits","individual_digits":true}""", "v12b", "v|1|2|b")]
    [InlineData("""{"type":"Digits","individual_digits":false}""", "v12b", "v|12|b")]
    [InlineData("""{"type":"CharDelimiterSplit","delimiter":"/"}""", "a/b//c", "a|b|c")]
    [InlineData("""{"type":"Metaspace","replacement":"▁","prepend_scheme":"always"}""", "a  b ", "▁a|▁|▁b|▁")]
    [InlineData("""{"type":"Metaspace","replacement":"▁","prepend_scheme":"never"}""", "a b", "a|▁b")]
    [InlineData("""{"type":"Metaspace","replacement":"_","add_prefix_space":true}""", " a b", "_a|_b")]
    [InlineData("""{"type":"Metaspace","replacement":"▁","prepend_scheme":"always","split":false}""", "a b", "▁a▁b")]
    [InlineData("""{"type":"ByteLevel","add_prefix_space":false}""", "don't go  é", "don|'t|Ġgo|Ġ|ĠÃ©")]
    [InlineData("""{"type":"ByteLevel","add_prefix_space":true,"use_regex":false}""", "a b", "ĠaĠb")]
    [InlineData("""{"type":"Sequence","pretokenizers":[{"type":"WhitespaceSplit"},{"type":"Digits","individual_digits":true}]}""", "a1 b", "a|1|b")]
    public void TextIsCutAsTheComponentSays(string preTokenizer, string text, string expected) =>
        TokenizerJson.Cut(preTokenizer, text).Pieces.ShouldBe(expected.Split('|'));

    [Theory]
    [InlineData("Removed", false, "the|final|countdown")]
    [InlineData("Isolated", false, "the|-|final|-|-|countdown")]
    [InlineData("MergedWithPrevious", false, "the-|final-|-|countdown")]
    [InlineData("MergedWithNext", false, "the|-final|-|-countdown")]
    [InlineData("Contiguous", false, "the|-|final|--|countdown")]
    [InlineData("Removed", true, "-|-|-")]
    public void ADelimiterGoesWhereTheBehaviorSays(string behavior, bool invert, string expected)
    {
        var split = $$"""{"type":"Split","pattern":{"String":"-"},"behavior":"{{behavior}}","invert":{{(invert ? "true" : "false")}}}""";

        TokenizerJson.Cut(split, "the-final--countdown").Pieces.ShouldBe(expected.Split('|'));
    }

    [Fact]
    public void ACharacterOfManyBytesKeepsItsPlaceInByteLevelText()
    {
        var (pieces, offsets) = TokenizerJson.Cut("""{"type":"ByteLevel","add_prefix_space":false}""", "i ⭢ j");

        pieces.ShouldBe(["i", "ĠâŃ¢", "Ġj"]);
        offsets.ShouldBe([new TextSpan(0, 1), new TextSpan(1, 3), new TextSpan(3, 5)]);
    }

    [Fact]
    public void MetaspaceFirstMarksOnlyTheStartOfTheText()
    {
        var tokenizer = TokenizerJson.Load(
            preTokenizer: """{"type":"Metaspace","replacement":"▁","prepend_scheme":"first"}""",
            addedTokens: """[{"id":7,"content":"<x>","special":true}]""");

        tokenizer.Encode("a<x>b").Tokens.ShouldBe(["▁a", "<x>", "b"]);
    }
}
