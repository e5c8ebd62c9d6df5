using BenchmarkDotNet.Attributes;
using TextSeg.Mining;
using TextSeg.Mining.Neighbors;

namespace TextSeg.Benchmarks;

/// <summary>All nearest neighbours of a forum of 37,000 posts. Wanted: at most 8 s at 256 numbers a row on two cores.</summary>
public class NeighborBenchmarks
{
    private VectorTable _rows = new(1, []);

    [Params(256, 384)]
    public int Dimension { get; set; }

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void MakeRows() => _rows = InventedVectors.Unit(37_000, Dimension, seed: 1);

    [Benchmark]
    public NeighborTable Find() => ExactNeighbors.Find(_rows, 15, Threads);
}
