namespace TextSeg.Nlp.Tests.Tokenizers.TokenModels;

public sealed class WordPieceModelTests
{
    private const string Model = """
        {"type":"WordPiece","unk_token":"[UNK]","continuing_subword_prefix":"##","max_input_chars_per_word":8,
        "vocab":{"[UNK]":0,"play":1,"##ing":2,"##in":3,"##g":4,"p":5,"pl":6,"##😀":7}}
        """;

    [Theory]
    [InlineData("playing", "play ##ing")]
    [InlineData("pling", "pl ##ing")]
    [InlineData("plays", "[UNK]")]
    [InlineData("p😀", "p ##😀")]
    [InlineData("pinginggg", "[UNK]")]
    public void TheLongestTokenIsTakenFirst(string word, string expected) =>
        string.Join(' ', TokenizerJson.Load(Model).Encode(word).Tokens).ShouldBe(expected);

    [Fact]
    public void OffsetsLeaveOutThePrefix() =>
        TokenizerJson.Load(Model).Encode("playing").Offsets.ShouldBe([new TextSpan(0, 4), new TextSpan(4, 7)]);

    [Fact]
    public void AnUnknownTokenOutsideTheVocabularyIsSaid() =>
        Should.Throw<InvalidDataException>(() => TokenizerJson.Load("""{"type":"WordPiece","unk_token":"?","vocab":{"a":0}}""")).Message.ShouldContain("'?'");
}
