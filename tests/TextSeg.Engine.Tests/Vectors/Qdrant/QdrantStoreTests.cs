using TextSeg.Engine.Vectors;
using TextSeg.Engine.Vectors.Qdrant;

namespace TextSeg.Engine.Tests.Vectors.Qdrant;

/// <summary>What every store must do, on a real server: set QDRANT_URL, and QDRANT_KEY where it asks for one.</summary>
public sealed class QdrantStoreTests(ITestOutputHelper output) : VectorStoreTests(output), IAsyncDisposable
{
    private QdrantConnection? _connection;

    protected override float Rounding => 1e-6f;

    private QdrantWorkspace Workspace => new(_connection!, "invented by a test");

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await Workspace.RemoveAsync();
            _connection.Dispose();
        }
    }

    protected override async Task<IVectorStore> OpenAsync(string modelId, int dimension)
    {
        var address = Environment.GetEnvironmentVariable("QDRANT_URL");
        Assert.SkipWhen(string.IsNullOrEmpty(address), "needs a Qdrant server: set QDRANT_URL");
        _connection = new QdrantConnection(new QdrantOptions
        {
            Address = address!,
            ApiKey = Environment.GetEnvironmentVariable("QDRANT_KEY"),
            Prefix = "textseg-tests",
        });
        await Workspace.RemoveAsync();
        return Workspace.Open(modelId, dimension);
    }
}
