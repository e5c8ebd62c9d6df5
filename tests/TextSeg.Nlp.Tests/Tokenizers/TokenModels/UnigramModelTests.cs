using System.Globalization;

namespace TextSeg.Nlp.Tests.Tokenizers.TokenModels;

public sealed class UnigramModelTests
{
    [Theory]
    [InlineData("abcdacdxx", "abcd|a|cd|xx")]
    [InlineData("xabx", "x|ab|x")]
    [InlineData("😀😀a", "😀😀|a")]
    public void TheCutWithTheHighestSumWins(string text, string expected) =>
        TokenizerJson.Load(Model(("<unk>", 0), ("a", 0), ("b", 0), ("c", 0), ("d", 0), ("cd", 1), ("ab", 2), ("abc", 5), ("abcd", 10)))
            .Encode(text).Tokens.ShouldBe(expected.Split('|'));

    [Fact]
    public void UnknownTextBecomesBytesWhereAllAreKnown()
    {
        var tokenizer = TokenizerJson.Load(Model(true, ("<unk>", 0), ("a", -1), ("<0xC3>", -5), ("<0xA9>", -5)));

        var known = tokenizer.Encode("aé");
        var missing = tokenizer.Encode("aè");

        known.Tokens.ShouldBe(["a", "<0xC3>", "<0xA9>"]);
        known.Offsets.ShouldBe([new TextSpan(0, 1), new TextSpan(1, 2), new TextSpan(1, 2)]);
        missing.Ids.ShouldBe([1, 0]);
        missing.Tokens.ShouldBe(["a", "è"]);
    }

    [Fact]
    public void TheBestCutEqualsTheBestOfAllCuts()
    {
        const int seed = 20260;
        var random = new Random(seed);
        var tokens = new List<(string Token, double Score)> { ("<unk>", -3), ("a", -1.5), ("b", -2) };
        tokens.AddRange(new[] { "ab", "ba", "aab", "bb", "abba", "bab" }.Select(token => (token, -3 * random.NextDouble())));
        var scores = tokens.ToDictionary(token => token.Token, token => token.Score);
        var tokenizer = TokenizerJson.Load(Model([.. tokens]));
        for (var round = 0; round < 50; round++)
        {
            var text = string.Concat(Enumerable.Range(0, 9).Select(_ => random.Next(2) == 0 ? 'a' : 'b'));

            tokenizer.Encode(text).Tokens.Sum(token => scores[token]).ShouldBe(Best(text, scores), 1e-9, $"seed {seed}, text {text}");
        }
    }

    private static double Best(string text, Dictionary<string, double> scores) => text.Length == 0
        ? 0
        : Enumerable.Range(1, text.Length).Where(end => scores.ContainsKey(text[..end])).Max(end => scores[text[..end]] + Best(text[end..], scores));

    private static string Model(params (string Token, double Score)[] tokens) => Model(false, tokens);

    private static string Model(bool byteFallback, params (string Token, double Score)[] tokens) =>
        $$"""{"type":"Unigram","unk_id":0,"byte_fallback":{{(byteFallback ? "true" : "false")}},"vocab":[{{string.Join(',', tokens.Select(token => $"[\"{token.Token}\",{token.Score.ToString("R", CultureInfo.InvariantCulture)}]"))}}]}""";
}
