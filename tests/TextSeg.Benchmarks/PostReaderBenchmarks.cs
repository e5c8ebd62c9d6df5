using BenchmarkDotNet.Attributes;
using TextSeg.Nlp.Classifiers;
using TextSeg.Nlp.Encoders;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Benchmarks;

/// <summary>
/// 2,000 forum posts with the shipped models: the vectors, the readings (moods of sentences, signs and reasons included), and both, as mining does.
/// Op/s is posts a second. Wanted: at least 3,000 for both together on two cores.
/// </summary>
[OperationsPerSecond, BenchmarkCategory(SharedTexts.Category)]
public class PostReaderBenchmarks : IDisposable
{
    private const int Posts = 2_000;
    private PostText[] _posts = [];
    private string[] _texts = [];
    private float[] _rows = [];
    private OnnxEncoder? _encoder;
    private OnnxClassifier? _classifier;
    private PostReader? _reader;

    [GlobalSetup]
    public void Load()
    {
        _texts = SharedTexts.Posts(Posts);
        _posts = [.. _texts.Select(text => new PostText(text, "en"))];
        _encoder = OnnxEncoder.Load(ModelCatalog.ForThisMachine().FindDefault(ModelKind.Encoder));
        _classifier = OnnxClassifier.Load(ModelCatalog.ForThisMachine().FindDefault(ModelKind.Classifier));
        _rows = new float[Posts * _encoder.Dimension];
        _reader = new PostReader(_classifier);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _encoder?.Dispose();
        _classifier?.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(OperationsPerInvoke = Posts)]
    public void Encode() => _encoder!.Encode(_texts, _rows);

    [Benchmark(OperationsPerInvoke = Posts)]
    public int Read() => _reader!.Read(_posts).Count;

    [Benchmark(OperationsPerInvoke = Posts)]
    public int HeadsAlone() => _classifier!.Read(_texts).Count;

    [Benchmark(OperationsPerInvoke = Posts)]
    public int EncodeAndRead()
    {
        Encode();
        return Read();
    }
}
