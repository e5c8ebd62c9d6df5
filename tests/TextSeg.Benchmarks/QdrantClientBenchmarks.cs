using BenchmarkDotNet.Attributes;
using TextSeg.Engine.Vectors;
using TextSeg.Engine.Vectors.Qdrant;
using TextSeg.Testing.Qdrant;

namespace TextSeg.Benchmarks;

/// <summary>What the client of a Qdrant server can send: vectors of 256 numbers a second, to a server in the same process that takes them without looking. The server's own speed is not in it.</summary>
[OperationsPerSecond]
public class QdrantClientBenchmarks : IDisposable
{
    private const int Rows = 8_192;
    private const int Dimension = 256;
    private const string Model = "invented@1";
    private FakeQdrant _server = null!;
    private QdrantConnection _connection = null!;
    private QdrantVectorStore _store = null!;
    private VectorBatch _batch = null!;
    private long[] _ids = null!;

    [GlobalSetup]
    public async Task Fill()
    {
        _server = new FakeQdrant();
        _connection = new QdrantConnection(new QdrantOptions { Address = _server.Address });
        _store = new QdrantWorkspace(_connection, "measured").Open(Model, Dimension);
        _ids = [.. Enumerable.Range(0, Rows).Select(id => (long)id)];
        _batch = new VectorBatch(Model, _ids, InventedVectors.Unit(Rows, Dimension, seed: 1));
        await _store.UpsertAsync(_batch);
        _server.Swallows = true;
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    public Task Upload() => _store.UpsertAsync(_batch);

    /// <summary>Much of this time is the server's: it writes the JSON.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public async Task<int> Fetch() => (await _store.FetchAsync(_ids)).Count;

    [GlobalCleanup]
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _connection.Dispose();
        _server.Dispose();
    }
}
