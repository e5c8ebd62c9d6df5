using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using TextSeg.Mining;
using TextSeg.Mining.Neighbors;
using TextSeg.Mining.Neighbors.InvertedFile;

namespace TextSeg.Benchmarks;

/// <summary>Nearly all nearest neighbours against all of them, and one look-up in the index that grows. Figures of real and sampled posts stand in src/README.md.</summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 3)]
[MinColumn, MaxColumn]
public class ApproximateNeighborBenchmarks
{
    private const int Dimension = 256;
    private readonly NeighborIndex _index = new(Dimension);
    private VectorTable _rows = new(1, []);
    private VectorTable _shortened = new(1, []);

    [Params(37_000, 100_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void MakeRows()
    {
        _rows = InventedVectors.Unit(Rows, Dimension, seed: 1);
        _shortened = new VectorTable(QuantizedRows.From(_rows));
        _index.Add([.. Enumerable.Range(0, Rows).Select(row => (long)row)], _rows);
        _ = _index.Recall;
    }

    [Benchmark(Baseline = true)]
    public NeighborTable Exact() => ExactNeighbors.Find(_rows, 15, 2);

    [Benchmark]
    public FoundNeighbors InvertedFile() => ApproximateNeighbors.Find(_rows, 15, new ApproximateNeighborOptions { Threads = 2 });

    [Benchmark]
    public FoundNeighbors InvertedFileOfShortenedRows() => ApproximateNeighbors.Find(_shortened, 15, new ApproximateNeighborOptions { Threads = 2 });

    [Benchmark]
    public IReadOnlyList<(long Id, float Cosine)> OneLookUp() => _index.Nearest(_rows[17], 15);
}
