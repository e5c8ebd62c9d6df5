using TextSeg.Nlp.Tokenizers;

namespace TextSeg.Nlp.Tests.Tokenizers;

public sealed class GoldenTokenizerTests
{
    [Theory]
    [InlineData("wordpiece-bert", "models/all-MiniLM-L6-v2/tokenizer.json")]
    [InlineData("unigram-metaspace", "models/multilingual-e5-small/tokenizer.json")]
    [InlineData("unigram-precompiled-bytefallback", "models/tokenizer-cases/unigram-precompiled-bytefallback/tokenizer.json")]
    [InlineData("unigram-precompiled-casefold", "models/tokenizer-cases/unigram-precompiled-casefold/tokenizer.json")]
    [InlineData("bpe-bytelevel", "models/tokenizer-cases/bpe-bytelevel/tokenizer.json")]
    public void EveryCaseIsEqualToHuggingFace(string folder, string tokenizerJson)
    {
        var cases = GoldenCases.Read(folder);
        var tokenizer = Tokenizer.Load(SharedFiles.PathOrSkip(tokenizerJson)).WithTruncation(null).WithPadding(null);

        cases.Count.ShouldBeGreaterThan(300);
        var faults = cases.SelectMany((golden, number) => Faults(tokenizer, golden).Select(fault => $"case {number}: {fault}")).ToArray();

        faults.ShouldBeEmpty();
    }

    private static IEnumerable<string> Faults(Tokenizer tokenizer, GoldenCase golden)
    {
        var found = tokenizer.Encode(golden.Text, golden.Pair);
        var ids = new List<int>();
        tokenizer.EncodeIds(golden.Text, ids);
        string?[] faults =
        [
            Differ("ids", golden.Ids, found.Ids),
            Differ("tokens", golden.Tokens, found.Tokens),
            Differ("type ids", golden.TypeIds, found.TypeIds),
            Differ("mask", golden.Mask, found.AttentionMask),
            Differ("offsets", golden.Offsets, found.Offsets),
            golden.Pair is null ? Differ("quick ids", golden.Ids, [.. ids]) : null,
        ];
        return faults.OfType<string>();
    }

    private static string? Differ<T>(string what, T[]? expected, T[] found)
    {
        if (expected is null || expected.SequenceEqual(found))
        {
            return null;
        }

        var place = expected.Zip(found).TakeWhile(pair => Equals(pair.First, pair.Second)).Count();
        return $"{what} differ from place {place}: expected {expected.Length} ending in [{string.Join(' ', expected.Skip(place).Take(6))}], found {found.Length} ending in [{string.Join(' ', found.Skip(place).Take(6))}]";
    }
}
