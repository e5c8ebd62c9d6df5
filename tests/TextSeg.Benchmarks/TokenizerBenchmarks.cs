using System.IO.Compression;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using TextSeg.Nlp.Tokenizers;

namespace TextSeg.Benchmarks;

/// <summary>
/// 2,000 forum posts as tokens on one core; divide the token count by the time for a rate. Needs the folder shared beside the clone,
/// or its path in TEXTSEG_SHARED.
/// </summary>
[MemoryDiagnoser]
public class TokenizerBenchmarks
{
    private readonly List<int> _ids = [];
    private string[] _posts = [];
    private Tokenizer _tokenizer = null!;

    [Params("all-MiniLM-L6-v2", "multilingual-e5-small")]
    public string Model { get; set; } = "";

    [GlobalSetup]
    public void Load()
    {
        var shared = Environment.GetEnvironmentVariable("TEXTSEG_SHARED") ?? "../shared";
        _tokenizer = Tokenizer.Load(Path.Combine(shared, "models", Model, "tokenizer.json")).WithTruncation(null).WithPadding(null);
        using var file = File.OpenRead(Path.Combine(shared, "data", "urho3d_forum", "posts.jsonl.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        _posts = [.. Lines(reader).Take(2000).Select(TextOf)];
    }

    [Benchmark(Baseline = true)]
    public int IdsOnly()
    {
        _ids.Clear();
        foreach (var post in _posts)
        {
            _tokenizer.EncodeIds(post, _ids);
        }

        return _ids.Count;
    }

    [Benchmark]
    public int WithOffsets() => _posts.Sum(post => _tokenizer.Encode(post).Count);

    private static IEnumerable<string> Lines(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static string TextOf(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("text").GetString() ?? "";
    }
}
