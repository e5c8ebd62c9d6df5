using System.Text.Json;
using TextSeg.Nlp.Languages;

namespace TextSeg.Nlp.Tests.Languages;

public sealed class CharacterGramsTests
{
    [Fact]
    public void FeaturesAndProbabilitiesEqualThoseOfTheTraining()
    {
        var cases = JsonSerializer.Deserialize<List<GoldenCase>>(
            File.ReadAllText(Repository.PathOf("tests/TextSeg.Nlp.Tests/Languages/golden.json")), JsonSerializerOptions.Web)!;
        cases.Count.ShouldBeGreaterThan(50);
        foreach (var golden in cases)
        {
            var (grams, hashSum) = Features(golden.Text);
            (grams, hashSum).ShouldBe((golden.Grams, golden.HashSum), golden.Text);
            var verdict = Classify(golden.Text);
            ShippedLanguages.Identifier.Weights.Labels[verdict.Label].ShouldBe(golden.Label, golden.Text);
            verdict.Probability.ShouldBe(golden.Probability, 1e-4, golden.Text);
        }
    }

    [Theory]
    [InlineData("Hello, World!", " hello world ")]
    [InlineData("soooo goooood", " soo good ")]
    [InlineData("see http://a.b/c or some_name, myName and x2", " see or and ")]
    [InlineData("Привет world", " привет world ")]
    [InlineData("日本 123 …", " ")]
    public void TextIsReducedToLowerCaseWords(string text, string words)
    {
        Span<int> letters = stackalloc int[WritingSystems.Count];
        letters.Clear();
        using var reader = new WordReader(text, letters);
        reader.Words.ToString().ShouldBe(words);
    }

    private static (int Grams, uint HashSum) Features(string text)
    {
        Span<int> letters = stackalloc int[WritingSystems.Count];
        letters.Clear();
        using var reader = new WordReader(text, letters);
        Span<uint> hashes = stackalloc uint[CharacterGrams.Longest];
        var (grams, sum) = (0, 0u);
        for (var start = 0; start < reader.Words.Length; start++)
        {
            var count = CharacterGrams.At(reader.Words, start, hashes);
            grams += count;
            foreach (var hash in hashes[..count])
            {
                sum += hash;
            }
        }

        return (grams, sum);
    }

    private static GramVerdict Classify(string text)
    {
        Span<int> letters = stackalloc int[WritingSystems.Count];
        letters.Clear();
        using var reader = new WordReader(text, letters);
        return ShippedLanguages.Identifier.Classifier.Classify(reader.Words);
    }

    private sealed record GoldenCase(string Text, int Grams, uint HashSum, string Label, double Probability);
}
