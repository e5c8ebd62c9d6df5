namespace TextSeg.Nlp.Tests.Tokenizers.Normalizers;

public sealed class NormalizerTests
{
    [Theory]
    [InlineData("""{"type":"Lowercase"}""", "Über ΣΑΣ İ", "über σασ i\u0307")]
    [InlineData("""{"type":"NFD"}""", "é", "e\u0301")]
    [InlineData("""{"type":"NFC"}""", "e\u0301 a\u0323\u0302", "é ậ")]
    [InlineData("""{"type":"NFC"}""", "\u1112\u1161\u11AB", "한")]
    [InlineData("""{"type":"NFKD"}""", "ﬁ ①", "fi 1")]
    [InlineData("""{"type":"NFKC"}""", "Ｗide e\u0301 ㎏", "Wide é kg")]
    [InlineData("""{"type":"NFKC"}""", "ｶﾞ", "ガ")]
    [InlineData("""{"type":"StripAccents"}""", "e\u0301 é", "e é")]
    [InlineData("""{"type":"Strip","strip_left":true,"strip_right":false}""", "\t new ", "new ")]
    [InlineData("""{"type":"Strip","strip_left":false,"strip_right":true}""", " new \u00A0", " new")]
    [InlineData("""{"type":"Replace","pattern":{"String":"ab"},"content":"x"}""", "abab b", "xx b")]
    [InlineData("""{"type":"Replace","pattern":{"Regex":"\\p{L}+"},"content":"w"}""", "𝔘𝔫 12 ok", "w 12 w")]
    [InlineData("""{"type":"Replace","pattern":{"Regex":"\\w+"},"content":"w"}""", "\u0915\u093E-b", "w-w")]
    [InlineData("""{"type":"Replace","pattern":{"Regex":"[\\w-]+"},"content":"w"}""", "\u0915\u093E-b !", "w !")]
    [InlineData("""{"type":"Replace","pattern":{"Regex":"^a"},"content":"x"}""", "a\na", "x\nx")]
    [InlineData("""{"type":"Prepend","prepend":"▁▁"}""", "go", "▁▁go")]
    [InlineData("""{"type":"Nmt"}""", "a\u200Bb\u0001c\td", "a bc d")]
    [InlineData("""{"type":"Sequence","normalizers":[{"type":"NFD"},{"type":"StripAccents"},{"type":"Lowercase"}]}""", "Ça VA", "ca va")]
    [InlineData("""{"type":"BertNormalizer"}""", "Né\u200D à\tRome 东京!", "ne a rome  东  京 !")]
    [InlineData("""{"type":"BertNormalizer","lowercase":false}""", "Né À", "Né À")]
    [InlineData("""{"type":"BertNormalizer","lowercase":true,"strip_accents":false}""", "Né À", "né à")]
    [InlineData("""{"type":"BertNormalizer","clean_text":false,"handle_chinese_chars":false}""", "东\u200D", "东\u200D")]
    public void TextIsRewrittenAsTheComponentSays(string normalizer, string text, string expected) =>
        TokenizerJson.Normalize(normalizer, text).ShouldBe(expected);

    [Fact]
    public void OffsetsCountCodePointsOfTheOriginalText()
    {
        var tokenizer = TokenizerJson.Load(
            normalizer: """{"type":"Sequence","normalizers":[{"type":"NFKC"},{"type":"Replace","pattern":{"Regex":"\\s+"},"content":" "}]}""",
            preTokenizer: """{"type":"WhitespaceSplit"}""");

        var result = tokenizer.Encode("😀  ﬁn e\u0301!");

        result.Tokens.ShouldBe(["😀", "fin", "é!"]);
        result.Offsets.ShouldBe([new TextSpan(0, 1), new TextSpan(3, 5), new TextSpan(6, 9)]);
    }

    [Fact]
    public void HalfOfASurrogatePairIsReadAsReplacementCharacter() =>
        TokenizerJson.Load().Encode("a\uD83Db").Tokens.ShouldBe(["a\uFFFDb"]);

    [Theory]
    [InlineData("AAAA")]
    [InlineData("no base64!")]
    public void ADamagedCharacterMapIsSaid(string map) =>
        Should.Throw<InvalidDataException>(() => TokenizerJson.Load(normalizer: $$"""{"type":"Precompiled","precompiled_charsmap":"{{map}}"}"""))
            .Message.ShouldContain("precompiled_charsmap");
}
