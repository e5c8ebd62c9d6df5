using TextSeg.Nlp.Tokenizers;

namespace TextSeg.Nlp.Tests.Tokenizers;

public sealed class TokenizerTests
{
    private const string Split = """{"type":"WhitespaceSplit"}""";
    private const string Bert = """{"type":"BertProcessing","cls":["[C]",1],"sep":["[S]",2]}""";
    private const string Padding = """{"strategy":"BatchLongest","direction":"Right","pad_to_multiple_of":null,"pad_id":0,"pad_type_id":7,"pad_token":"[P]"}""";
    private static readonly string Model = TokenizerJson.WordLevel("[P]", "[C]", "[S]", "a", "b", "c", "d", "e");

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n")]
    public void TextWithoutWordsHasItsSpecialTokens(string text)
    {
        var tokenizer = Create();
        var ids = new List<int>();

        tokenizer.EncodeIds(text, ids).ShouldBe(2);

        ids.ShouldBe([1, 2]);
        tokenizer.Encode(text).Tokens.ShouldBe(["[C]", "[S]"]);
        tokenizer.Encode(text).Offsets.ShouldBe([default, default]);
    }

    [Theory]
    [InlineData(7, "LongestFirst", "Right", "a b c d e", "a b", "[C] a b [S] a b [S]")]
    [InlineData(7, "LongestFirst", "Right", "a b c", "c d e", "[C] a b [S] c d [S]")]
    [InlineData(8, "LongestFirst", "Right", "a b c d e", "a b c d e", "[C] a b [S] a b c [S]")]
    [InlineData(8, "LongestFirst", "Right", "a b c d e", "a b c d", "[C] a b c [S] a b [S]")]
    [InlineData(6, "OnlyFirst", "Right", "a b c", "c d", "[C] a [S] c d [S]")]
    [InlineData(6, "OnlySecond", "Right", "a b", "c d e", "[C] a b [S] c [S]")]
    [InlineData(4, "LongestFirst", "Left", "a b c d e", null, "[C] d e [S]")]
    [InlineData(4, "LongestFirst", "Right", "a b c d e", null, "[C] a b [S]")]
    [InlineData(2, "LongestFirst", "Right", "a b c d e", null, "[C] [S]")]
    public void LongTextIsCutAsTheStrategySays(int maxTokens, string strategy, string direction, string text, string? pair, string expected)
    {
        var tokenizer = Create($$"""{"max_length":{{maxTokens}},"strategy":"{{strategy}}","direction":"{{direction}}","stride":0}""");

        string.Join(' ', tokenizer.Encode(text, pair).Tokens).ShouldBe(expected);
        if (pair is null)
        {
            var ids = new List<int>();
            tokenizer.EncodeIds(text, ids);
            ids.ShouldBe(tokenizer.Encode(text).Ids);
        }
    }

    [Fact]
    public void ATextTooShortToBeCutIsSaid() =>
        Should.Throw<ArgumentException>(() => Create().WithTruncation(new Truncation(5, TruncationStrategy.OnlyFirst)).Encode("a", "b c d e"));

    [Fact]
    public void TruncationBelowTheSpecialTokensIsSaid() =>
        Should.Throw<ArgumentException>(() => Create().WithTruncation(1)).Message.ShouldContain("2 special tokens");

    [Fact]
    public void ABatchIsPaddedToItsLongestText()
    {
        var batch = Create(padding: Padding).EncodeBatch(["a b c", "d"]);

        batch[0].Count.ShouldBe(5);
        batch[1].Ids.ShouldBe([1, 6, 2, 0, 0]);
        batch[1].Tokens.ShouldBe(["[C]", "d", "[S]", "[P]", "[P]"]);
        batch[1].TypeIds.ShouldBe([0, 0, 0, 7, 7]);
        batch[1].AttentionMask.ShouldBe([1, 1, 1, 0, 0]);
        batch[1].Offsets[^1].ShouldBe(default);
    }

    [Fact]
    public void PaddingMayGoLeftToAFixedLengthOrAMultiple()
    {
        var left = Create().WithPadding(new Padding(0, "[P]", Length: 5, OnLeft: true));
        var multiple = Create().WithPadding(new Padding(0, "[P]", MultipleOf: 4));

        left.Encode("a").AttentionMask.ShouldBe([0, 0, 1, 1, 1]);
        multiple.Encode("a b c").Count.ShouldBe(8);
    }

    [Fact]
    public void ManyThreadsGetWhatOneGets()
    {
        var tokenizer = Create();
        var texts = Enumerable.Range(0, 400).Select(number => string.Join(' ', Enumerable.Range(0, number % 7).Select(word => "abcde"[(number + word) % 5]))).ToArray();
        var alone = texts.Select(text => tokenizer.Encode(text).Ids).ToArray();
        var together = new int[texts.Length][];

        Parallel.For(0, texts.Length, row => together[row] = tokenizer.Encode(texts[row]).Ids);

        together.ShouldBe(alone);
    }

    private static Tokenizer Create(string truncation = "null", string padding = "null") =>
        TokenizerJson.Load(Model, preTokenizer: Split, postProcessor: Bert, truncation: truncation, padding: padding);
}
