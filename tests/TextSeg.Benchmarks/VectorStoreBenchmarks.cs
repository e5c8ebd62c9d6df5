using BenchmarkDotNet.Attributes;
using TextSeg.Engine.Vectors;
using TextSeg.Mining;

namespace TextSeg.Benchmarks;

/// <summary>One query over a million vectors of 256 numbers. Wanted: at most 60 ms on one core. Needs 1.3 GB of disk and of memory for the cache.</summary>
public class VectorStoreBenchmarks
{
    private const int Rows = 1_000_000;
    private const int Dimension = 256;
    private const int BatchRows = 50_000;
    private const string Model = "invented@1";
    private readonly string _folder = Directory.CreateTempSubdirectory("textseg-bench-").FullName;
    private EmbeddedVectorStore _store = null!;
    private VectorQuery _query = null!;
    private IdFilter _tenth = null!;

    [GlobalSetup]
    public async Task Fill()
    {
        _store = EmbeddedVectorStore.Open(_folder, Model, Dimension);
        for (var start = 0; start < Rows; start += BatchRows)
        {
            long[] ids = [.. Enumerable.Range(start, BatchRows).Select(id => (long)id)];
            await _store.UpsertAsync(new VectorBatch(Model, ids, InventedVectors.Unit(BatchRows, Dimension, seed: start / BatchRows)));
        }

        _query = new VectorQuery(Model, InventedVectors.Unit(1, Dimension, seed: 3).Values, 10);
        _tenth = new IdFilter(Enumerable.Range(0, Rows / 10).Select(id => id * 10L));
    }

    [Benchmark]
    public async Task<int> Search() => (await _store.SearchAsync(_query)).Count;

    [Benchmark]
    public async Task<int> SearchATenth() => (await _store.SearchAsync(_query with { Filter = _tenth })).Count;

    [GlobalCleanup]
    public async Task Clean()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
