using BenchmarkDotNet.Attributes;
using TextSeg.Nlp.Tokenizers;

namespace TextSeg.Benchmarks;

/// <summary>
/// 500,000 tokens of forum posts, or of news in 20 languages, on one core: Op/s is tokens a second. Wanted: at least 1,000,000 for
/// WordPiece (all-MiniLM-L6-v2) and Unigram (multilingual-e5-small).
/// </summary>
[OperationsPerSecond, BenchmarkCategory(SharedTexts.Category)]
public class TokenizerBenchmarks
{
    private const int Tokens = 500_000;
    private const string Mixed = "20 languages";
    private readonly List<int> _ids = new(2 * Tokens);
    private string[] _texts = [];
    private Tokenizer _tokenizer = null!;

    [Params("all-MiniLM-L6-v2", "multilingual-e5-small", "tokenizer-cases/bpe-bytelevel")]
    public string Model { get; set; } = "";

    [Params("forum posts", Mixed)]
    public string Texts { get; set; } = "";

    [GlobalSetup]
    public void Load()
    {
        _tokenizer = Tokenizer.Load(SharedTexts.PathOf($"models/{Model}/tokenizer.json")).WithTruncation(null).WithPadding(null);
        _texts = Texts == Mixed ? SharedTexts.Sentences(40_000) : SharedTexts.Posts(12_000);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Tokens)]
    public int IdsOnly()
    {
        _ids.Clear();
        for (var i = 0; _ids.Count < Tokens; i = (i + 1) % _texts.Length)
        {
            _tokenizer.EncodeIds(_texts[i], _ids);
        }

        return _ids.Count;
    }

    [Benchmark(OperationsPerInvoke = Tokens)]
    public int WithOffsets()
    {
        var count = 0;
        for (var i = 0; count < Tokens; i = (i + 1) % _texts.Length)
        {
            count += _tokenizer.Encode(_texts[i]).Count;
        }

        return count;
    }
}
