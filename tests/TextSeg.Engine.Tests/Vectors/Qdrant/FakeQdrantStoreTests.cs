using TextSeg.Engine.Vectors;
using TextSeg.Engine.Vectors.Qdrant;
using TextSeg.Testing.Qdrant;

namespace TextSeg.Engine.Tests.Vectors.Qdrant;

/// <summary>What every store must do, on a server in this process.</summary>
public sealed class FakeQdrantStoreTests : VectorStoreTests, IDisposable
{
    private readonly FakeQdrant _server = new();
    private readonly QdrantConnection _connection;

    public FakeQdrantStoreTests(ITestOutputHelper output)
        : base(output)
    {
        _connection = new QdrantConnection(QuickOptions.For(_server));
    }

    protected override float Rounding => 1e-6f;

    public void Dispose()
    {
        _connection.Dispose();
        _server.Dispose();
    }

    protected override Task<IVectorStore> OpenAsync(string modelId, int dimension) =>
        Task.FromResult<IVectorStore>(new QdrantWorkspace(_connection, "invented").Open(modelId, dimension));
}
