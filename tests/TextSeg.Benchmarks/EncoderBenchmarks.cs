using BenchmarkDotNet.Attributes;
using TextSeg.Nlp.Encoders;
using TextSeg.Nlp.Inference;
using TextSeg.Nlp.ModelFiles;
using TextSeg.Nlp.Tokenizers;

namespace TextSeg.Benchmarks;

/// <summary>
/// 1,000 forum posts: the whole encoder, from text to unit vectors, beside ONNX Runtime alone on the very same batches. Op/s is posts a
/// second. Wanted: a ratio of at most 1.11, which is 0.9 of the rate of ONNX Runtime alone.
/// </summary>
[OperationsPerSecond, BenchmarkCategory(SharedTexts.Category)]
public class EncoderBenchmarks : IDisposable
{
    private const int Posts = 1_000;
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
        var isShipped = ModelCatalog.ForThisMachine().List().Any(known => known.Card.Name == Model);
        var model = ModelCatalog.ForThisMachine().Find(isShipped ? Model : SharedTexts.PathOf("models/" + Model));
        _posts = SharedTexts.Posts(Posts);
        _encoder = OnnxEncoder.Load(model);
        _rows = new float[_posts.Length * _encoder.Dimension];
        var card = model.Card.Encoder!;
        var tokenizer = Tokenizer.Load(model.PathOf(card.Tokenizer)).WithTruncation(card.MaxTokens);
        _batches = BatchPlanner.Plan([.. _posts.Select(post => Ids(tokenizer, post))], new InferenceOptions().TokensPerBatch);
        _graph = new EncoderGraph(model.PathOf(card.Weights), card.Output);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _encoder?.Dispose();
        _graph?.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Posts)]
    public void OnnxRuntimeAlone() => Parallel.ForEach(
        _batches,
        new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
        batch => _graph!.Run(batch).Dispose());

    [Benchmark(OperationsPerInvoke = Posts)]
    public void WholeEncoder() => _encoder!.Encode(_posts, _rows);

    private static int[] Ids(Tokenizer tokenizer, string text)
    {
        var ids = new List<int>();
        tokenizer.EncodeIds(text, ids);
        return [.. ids];
    }
}
