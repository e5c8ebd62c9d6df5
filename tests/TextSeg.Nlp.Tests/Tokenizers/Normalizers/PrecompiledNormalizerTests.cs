namespace TextSeg.Nlp.Tests.Tokenizers.Normalizers;

public sealed class PrecompiledNormalizerTests
{
    [Fact]
    public void ReplacementsCoverWhatTheyReplaceAndWhatIsDroppedAfterThem()
    {
        var map = new CharacterMapWriter().Add("A", "xyz").Add("B", "").Build();
        var tokenizer = TokenizerJson.Load(
            normalizer: $$"""{"type":"Precompiled","precompiled_charsmap":"{{map}}"}""",
            preTokenizer: """{"type":"Split","pattern":{"String":"z"},"behavior":"MergedWithPrevious"}""");

        var result = tokenizer.Encode("qABc");

        result.Tokens.ShouldBe(["qxyz", "c"]);
        result.Offsets.ShouldBe([new TextSpan(0, 3), new TextSpan(3, 4)]);
    }

    [Fact]
    public void TextWithoutMappedCharactersStays() =>
        TokenizerJson.Normalize($$"""{"type":"Precompiled","precompiled_charsmap":"{{new CharacterMapWriter().Add("A", "x").Build()}}"}""", "be é 😀").ShouldBe("be é 😀");

    /// <summary>Writes a character map of ASCII characters: a double array in which every key is one byte.</summary>
    private sealed class CharacterMapWriter
    {
        private const uint RootOffset = 256;
        private const uint LeafOffset = 512;
        private readonly uint[] _trie = new uint[1024];
        private readonly List<byte> _replacements = [];

        public CharacterMapWriter Add(string key, string replacement)
        {
            var node = RootOffset ^ key[0];
            var leaf = node ^ LeafOffset;
            _trie[0] = RootOffset << 10;
            _trie[node] = (LeafOffset << 10) | 0x100 | key[0];
            _trie[leaf] = 0x80000000 | (uint)_replacements.Count;
            _replacements.AddRange(System.Text.Encoding.UTF8.GetBytes(replacement));
            _replacements.Add(0);
            return this;
        }

        public string Build() => Convert.ToBase64String(
            [.. BitConverter.GetBytes((uint)_trie.Length * 4), .. _trie.SelectMany(BitConverter.GetBytes), .. _replacements]);
    }
}
