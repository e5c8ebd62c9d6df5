using System.IO.Compression;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using TextSeg.Nlp.Encoders;
using TextSeg.Nlp.ModelFiles;
using TextSeg.Nlp.Tokenizers;

namespace TextSeg.Benchmarks;

/// <summary>
/// 1,000 forum posts: the whole encoder, from text to unit vectors, beside ONNX Runtime alone on the very same batches. Needs the folder
/// shared beside the clone, or its path in TEXTSEG_SHARED.
/// </summary>
[SimpleJob(launchCount: 1, warmupCount: 1, iterationCount: 5)]
public class EncoderBenchmarks : IDisposable
{
    private string[] _posts = [];
    private float[] _rows = [];
    private OnnxEncoder? _encoder;
    private EncoderGraph? _graph;
    private List<TokenBatch> _batches = [];

    [Params("all-MiniLM-L6-v2", "multilingual-e5-small", "textseg-static-256")]
    public string Model { get; set; } = "";

    [GlobalSetup]
    public void Load()
    {
        var shared = Environment.GetEnvironmentVariable("TEXTSEG_SHARED") ?? "../shared";
        var folder = Path.Combine(shared, "models", Model);
        var model = ModelCatalog.ForThisMachine().Find(Directory.Exists(folder) ? folder : Model);
        using var file = File.OpenRead(Path.Combine(shared, "data", "urho3d_forum", "posts.jsonl.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        _posts = [.. Enumerable.Range(0, 1000).Select(_ => JsonDocument.Parse(reader.ReadLine()!).RootElement.GetProperty("text").GetString() ?? "")];
        _encoder = OnnxEncoder.Load(model);
        _rows = new float[_posts.Length * _encoder.Dimension];
        var card = model.Card.Encoder!;
        var tokenizer = Tokenizer.Load(model.PathOf(card.Tokenizer)).WithTruncation(card.MaxTokens);
        _batches = BatchPlanner.Plan([.. _posts.Select(post => Ids(tokenizer, post))], new EncoderOptions().TokensPerBatch);
        _graph = new EncoderGraph(model.PathOf(card.Weights), card.Output);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _encoder?.Dispose();
        _graph?.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public void OnnxRuntimeAlone() => Parallel.ForEach(
        _batches,
        new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
        batch => _graph!.Run(batch).Dispose());

    [Benchmark]
    public void WholeEncoder() => _encoder!.Encode(_posts, _rows);

    private static int[] Ids(Tokenizer tokenizer, string text)
    {
        var ids = new List<int>();
        tokenizer.EncodeIds(text, ids);
        return [.. ids];
    }
}
