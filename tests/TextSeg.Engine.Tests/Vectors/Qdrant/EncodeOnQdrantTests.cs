using TextSeg.Engine.Storage;
using TextSeg.Engine.Vectors;
using TextSeg.Engine.Vectors.Qdrant;
using TextSeg.Testing.Qdrant;

namespace TextSeg.Engine.Tests.Vectors.Qdrant;

/// <summary>The stage that makes vectors, with a server that goes away under it.</summary>
public sealed class EncodeOnQdrantTests : IDisposable
{
    private const int Posts = 400;
    private readonly SmallCommunity _community = new();
    private readonly FakeQdrant _server = new();
    private readonly QdrantConnection _connection;
    private readonly QdrantVectorStore _store;

    public EncodeOnQdrantTests()
    {
        var options = QuickOptions.For(_server);
        options.BatchBytes = 65_536;
        _connection = new QdrantConnection(options);
        var encoder = new WordHashEncoder();
        _store = new QdrantWorkspace(_connection, "invented").Open(encoder.ModelId, 48);
    }

    public void Dispose()
    {
        _connection.Dispose();
        _server.Dispose();
        _community.Dispose();
    }

    [Fact]
    public async Task AServerThatGoesAwayInMidRunLosesNothingAndIsGoneOnWith()
    {
        using var workspace = await TakenInAsync();
        var uploads = 0;
        _server.LosesAnswerTo = request =>
        {
            if (request.Method == "PUT" && request.Path.EndsWith("/points", StringComparison.Ordinal) && ++uploads == 2)
            {
                _server.GoAway();
                return true;
            }

            return false;
        };

        (await Should.ThrowAsync<VectorStoreException>(() => EncodeAsync(workspace))).RetryAfter.ShouldNotBeNull();
        _server.ComeBack();
        await EncodeAsync(workspace);

        var ids = workspace.Connection.Query("SELECT Id FROM Posts WHERE Prose <> ''", row => row.GetInt64(0)).ToArray();
        (await _store.CountAsync()).ShouldBe(ids.Length);
        (await _store.FetchAsync(ids)).Values.ShouldBe(await EmbeddedAsync(workspace, ids));
        workspace.Connection.Query("SELECT COUNT(*) FROM Posts WHERE NeedsVector = 1 AND Prose <> ''", row => row.GetInt64(0)).Single().ShouldBe(0);
    }

    private async Task<Workspace> TakenInAsync()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => _community.MineAsync([_community.WritePosts(Posts)], progress: report =>
        {
            if (report.Stage == "encode")
            {
                throw new InvalidOperationException("stopped");
            }
        }));
        return Workspace.OpenToWrite(_community.Data);
    }

    private Task EncodeAsync(Workspace workspace) => new EncodeStage(workspace, _store, new WordHashEncoder()).RunAsync(null, CancellationToken.None);

    /// <summary>What an undisturbed run would have stored.</summary>
    private async Task<float[]> EmbeddedAsync(Workspace workspace, long[] ids)
    {
        await using var store = EmbeddedVectorStore.Open(_community.Folder.File("beside"), _store.ModelId, _store.Dimension);
        await new EncodeStage(workspace, store, new WordHashEncoder()).RunAsync(null, CancellationToken.None);
        return (await store.FetchAsync(ids)).Values.ToArray();
    }
}
