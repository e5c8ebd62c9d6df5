using TextSeg.Nlp.Tokenizers.TokenModels;

namespace TextSeg.Nlp.Tests.Tokenizers.TokenModels;

public sealed class VocabularyTrieTests
{
    private const int Seed = 11;

    [Fact]
    public void EveryTokenIsFoundAndNothingElse()
    {
        var tokens = InventedTokens();
        var trie = new VocabularyTrie(tokens);

        foreach (var (token, id) in tokens)
        {
            trie.IdAt(trie.Walk(VocabularyTrie.Root, token)).ShouldBe(id, $"seed {Seed}, token {token}");
            var longer = token + "a";
            var node = trie.Walk(VocabularyTrie.Root, longer);
            var found = node == VocabularyTrie.None ? VocabularyTrie.None : trie.IdAt(node);
            found.ShouldBe(tokens.GetValueOrDefault(longer, VocabularyTrie.None), $"seed {Seed}, {longer}");
        }
    }

    [Fact]
    public void UnitsOfNoTokenLeadNowhere()
    {
        var trie = new VocabularyTrie(new Dictionary<string, int> { ["ab"] = 0, ["b"] = 1 });

        trie.Step(VocabularyTrie.Root, 'z').ShouldBe(VocabularyTrie.None);
        trie.Step(VocabularyTrie.Root, '\uFFFF').ShouldBe(VocabularyTrie.None);
        trie.Step(trie.Step(VocabularyTrie.Root, 'b'), 'z').ShouldBe(VocabularyTrie.None);
    }

    [Fact]
    public void FewPlacesStayEmptyEvenWithScriptsFarApart()
    {
        var tokens = InventedTokens();
        var beginnings = tokens.Keys.SelectMany(token => Enumerable.Range(1, token.Length).Select(length => token[..length])).Distinct().Count();

        new VocabularyTrie(tokens).Places.ShouldBeLessThan((int)(beginnings * 1.1) + 1);
    }

    /// <summary>Tokens of one to six units in three scripts, as in a vocabulary of many languages.</summary>
    private static Dictionary<string, int> InventedTokens()
    {
        var random = new Random(Seed);
        (char First, int Count)[] scripts = [('a', 26), ('\u0430', 32), ('\u4E00', 4000)];
        var tokens = new Dictionary<string, int>(StringComparer.Ordinal);
        while (tokens.Count < 20_000)
        {
            var (first, count) = scripts[random.Next(scripts.Length)];
            var token = string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => (char)(first + (int)(count * Math.Pow(random.NextDouble(), 3)))));
            tokens.TryAdd(token, tokens.Count);
        }

        return tokens;
    }
}
