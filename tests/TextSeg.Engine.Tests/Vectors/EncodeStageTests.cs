using TextSeg.Engine.Storage;
using TextSeg.Engine.Vectors;
using TextSeg.Mining;

namespace TextSeg.Engine.Tests.Vectors;

/// <summary>A batch of vectors is made while the one before it is stored: neither a fault nor a stop may lose or double one.</summary>
public sealed class EncodeStageTests : IDisposable
{
    private const int Posts = 2_400, BatchPosts = 2_048;
    private readonly SmallCommunity _community = new();

    public void Dispose() => _community.Dispose();

    [Fact]
    public async Task AnEncoderThatFailsKeepsTheBatchesBeforeAndTheNextRunGoesOn()
    {
        using var workspace = await TakenInAsync();
        await using var store = EmbeddedVectorStore.Open(_community.Folder.File("vectors"), new WordHashEncoder().ModelId, 48);

        var failing = new WordHashEncoder { BeforeBatch = encoded => _ = encoded == 0 ? true : throw new InvalidOperationException("no more") };
        await Should.ThrowAsync<InvalidOperationException>(() => new EncodeStage(workspace, store, failing).RunAsync(null, CancellationToken.None));
        (await store.CountAsync()).ShouldBe(BatchPosts);
        Waiting(workspace).ShouldBe(Posts - BatchPosts);

        await new EncodeStage(workspace, store, new WordHashEncoder()).RunAsync(null, CancellationToken.None);
        (await store.CountAsync()).ShouldBe(Posts);
        Waiting(workspace).ShouldBe(0);
    }

    [Fact]
    public async Task AStopBetweenBatchesKeepsWhatIsStored()
    {
        using var workspace = await TakenInAsync();
        using var stop = new CancellationTokenSource();
        await using var store = EmbeddedVectorStore.Open(_community.Folder.File("vectors"), new WordHashEncoder().ModelId, 48);

        await Should.ThrowAsync<OperationCanceledException>(() =>
            new EncodeStage(workspace, store, new WordHashEncoder()).RunAsync(new StopsAt(stop), stop.Token));

        (await store.CountAsync()).ShouldBe(BatchPosts);
        Waiting(workspace).ShouldBe(Posts - BatchPosts);
    }

    private static long Waiting(Workspace workspace) =>
        workspace.Connection.Query("SELECT COUNT(*) FROM Posts WHERE NeedsVector = 1 AND Prose <> ''", row => row.GetInt64(0)).Single();

    private async Task<Workspace> TakenInAsync()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => _community.MineAsync([_community.WritePosts(Posts)], progress: report =>
        {
            if (report.Stage == "encode")
            {
                throw new InvalidOperationException("stopped");
            }
        }));
        var workspace = Workspace.OpenToWrite(_community.Data);
        workspace.Connection.Execute("UPDATE Posts SET NeedsVector = 1");
        return workspace;
    }

    private sealed class StopsAt(CancellationTokenSource stop) : IProgress<StageProgress>
    {
        public void Report(StageProgress value) => stop.Cancel();
    }
}
