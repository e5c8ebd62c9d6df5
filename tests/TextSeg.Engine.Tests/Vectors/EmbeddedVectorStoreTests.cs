using TextSeg.Engine.Vectors;

namespace TextSeg.Engine.Tests.Vectors;

public sealed class EmbeddedVectorStoreTests(ITestOutputHelper output) : VectorStoreTests(output), IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override Task<IVectorStore> OpenAsync(string modelId, int dimension) =>
        Task.FromResult<IVectorStore>(EmbeddedVectorStore.Open(_folder.File("vectors"), modelId, dimension));

    [Fact]
    public async Task KeepsItsVectorsWhenClosedAndOpenedAgain()
    {
        var batch = InventedVectors.Batch(0, 50, seed: 1);
        await using (var store = Open())
        {
            await store.UpsertAsync(batch);
            await store.DeleteAsync([3]);
        }

        await using var again = Open();

        (await again.CountAsync()).ShouldBe(49);
        (await again.FetchAsync([4])).Values.ShouldBe(batch.Rows[4].ToArray());
        (await again.MissingAsync([3, 4])).ShouldBe([3]);
    }

    [Fact]
    public async Task AnotherModelOrDimensionIsRefusedOnOpening()
    {
        await using (Open())
        {
        }

        Should.Throw<VectorStoreException>(() => EmbeddedVectorStore.Open(_folder.File("vectors"), "other@1", InventedVectors.Dimension))
            .Message.ShouldContain("invented@1");
        Should.Throw<VectorStoreException>(() => EmbeddedVectorStore.Open(_folder.File("vectors"), InventedVectors.Model, 4));
    }

    [Fact]
    public async Task ASecondWriterIsRefusedUntilTheFirstHasEnded()
    {
        await using (Open())
        {
            Should.Throw<VectorStoreException>(Open).Message.ShouldContain("being written elsewhere");
        }

        await using var next = Open();
        (await next.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ReadersFollowTheWriter()
    {
        await using var writer = Open();
        await using var reader = EmbeddedVectorStore.OpenToRead(_folder.File("vectors"), InventedVectors.Model, InventedVectors.Dimension);
        for (var step = 0; step < 30; step++)
        {
            await writer.UpsertAsync(InventedVectors.Batch(step * 10, 10, step));

            (await reader.CountAsync()).ShouldBe((step + 1) * 10);
            (await reader.SearchAsync(InventedVectors.Query(step, 3))).ShouldBe(await writer.SearchAsync(InventedVectors.Query(step, 3)));
        }

        await Should.ThrowAsync<VectorStoreException>(() => reader.DeleteAsync([1]));
    }

    [Fact]
    public async Task SearchesRunWhileTheStoreGrowsAndMerges()
    {
        await using var writer = Open();
        await writer.UpsertAsync(InventedVectors.Batch(100_000, 50, seed: 99));
        using var stop = new CancellationTokenSource();
        var searches = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                (await writer.SearchAsync(InventedVectors.Query(99, 1)))[0].Id.ShouldBe(100_000);
            }
        })).ToArray();

        for (var step = 0; step < 40; step++)
        {
            await writer.UpsertAsync(InventedVectors.Batch(step * 5, 10, step));
        }

        await stop.CancelAsync();
        await Task.WhenAll(searches);
    }

    [Fact]
    public async Task StoringTheSameVectorsAgainChangesNoFile()
    {
        await using var store = Open();
        await store.UpsertAsync(InventedVectors.Batch(0, 20, seed: 1));
        var before = Files();

        await store.UpsertAsync(InventedVectors.Batch(0, 20, seed: 1));
        await store.DeleteAsync([500]);

        Files().ShouldBe(before);
    }

    [Fact]
    public async Task ManySmallBatchesAndDeletesLeaveFewFilesAndNoDeadRows()
    {
        await using var store = Open();
        for (var step = 0; step < 60; step++)
        {
            await store.UpsertAsync(InventedVectors.Batch(step * 10, 10, step));
        }

        Directory.GetFiles(_folder.File("vectors"), "*.vectors").Length.ShouldBeLessThan(8);
        await store.DeleteAsync([.. Enumerable.Range(0, 590).Select(id => (long)id)]);
        Directory.GetFiles(_folder.File("vectors"), "*.vectors").Sum(file => new FileInfo(file).Length).ShouldBeLessThan(3_000);
        (await store.CountAsync()).ShouldBe(10);
        await store.DeleteAsync([.. Enumerable.Range(590, 10).Select(id => (long)id)]);
        Directory.GetFiles(_folder.File("vectors"), "*.vectors").ShouldBeEmpty();
    }

    [Fact]
    public void ReadingWhereNothingWasStoredSaysSo() =>
        Should.Throw<VectorStoreException>(() => EmbeddedVectorStore.OpenToRead(_folder.File("nowhere"), InventedVectors.Model, InventedVectors.Dimension))
            .Message.ShouldContain("There are no vectors in");

    private EmbeddedVectorStore Open() => EmbeddedVectorStore.Open(_folder.File("vectors"), InventedVectors.Model, InventedVectors.Dimension);

    private string[] Files() =>
        [.. Directory.GetFiles(_folder.File("vectors")).Order().Select(file => $"{Path.GetFileName(file)} {File.GetLastWriteTimeUtc(file):O}")];
}
