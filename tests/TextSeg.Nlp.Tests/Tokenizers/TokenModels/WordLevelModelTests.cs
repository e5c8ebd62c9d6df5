namespace TextSeg.Nlp.Tests.Tokenizers.TokenModels;

public sealed class WordLevelModelTests
{
    [Fact]
    public void AWordIsOneTokenOrUnknown()
    {
        var tokenizer = TokenizerJson.Load(TokenizerJson.WordLevel("[UNK]", "one", "two"), preTokenizer: """{"type":"Whitespace"}""");

        tokenizer.Encode("two three").Tokens.ShouldBe(["two", "[UNK]"]);
        tokenizer.Encode("two three").Ids.ShouldBe([2, 0]);
    }

    [Fact]
    public void AnUnknownWordWithoutUnknownTokenIsSaid() =>
        Should.Throw<InvalidDataException>(() => TokenizerJson.Load("""{"type":"WordLevel","unk_token":"?","vocab":{"a":0}}""").Encode("b"))
            .Message.ShouldContain("'?'");
}
