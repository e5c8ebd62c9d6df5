namespace TextSeg.Nlp.Tests.Tokenizers.AddedTokens;

public sealed class AddedTokenTests
{
    [Theory]
    [InlineData("", "a[M]b", "a|[M]|b")]
    [InlineData("", "[M][M]", "[M]|[M]")]
    [InlineData("", "a [m] b", "a [m] b")]
    [InlineData(""","lstrip":true""", "a  [M] b", "a|  [M]| b")]
    [InlineData(""","rstrip":true""", "a [M]  b", "a |[M]  |b")]
    [InlineData(""","single_word":true""", "a[M] [M] [M]x", "a[M] |[M]| [M]x")]
    [InlineData(""","normalized":true""", "A [m] B", "a |[m]| b")]
    public void ATokenIsCutOutAsItsSettingsSay(string settings, string text, string expected)
    {
        var tokenizer = TokenizerJson.Load(
            normalizer: settings.Contains("normalized", StringComparison.Ordinal) ? """{"type":"Lowercase"}""" : "null",
            addedTokens: $$"""[{"id":5,"content":"[M]","special":true{{settings}}}]""");

        tokenizer.Encode(text).Tokens.ShouldBe(expected.Split('|'));
    }

    [Fact]
    public void TheLongestTokenAtAPlaceWins()
    {
        var tokenizer = TokenizerJson.Load(addedTokens: """[{"id":5,"content":"<a","special":true},{"id":6,"content":"<ab>","special":true}]""");

        tokenizer.Encode("<ab><ac").Ids.ShouldBe([6, 5, 0]);
    }

    [Fact]
    public void AddedTokensAreNotNormalizedUnlessTheySaySo() =>
        TokenizerJson.Load(normalizer: """{"type":"Lowercase"}""", addedTokens: """[{"id":5,"content":"[M]","special":true}]""")
            .Encode("X[M]").Tokens.ShouldBe(["x", "[M]"]);
}
