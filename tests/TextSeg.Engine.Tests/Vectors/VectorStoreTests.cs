using TextSeg.Engine.Vectors;
using TextSeg.Mining;
using TextSeg.Mining.Neighbors;

namespace TextSeg.Engine.Tests.Vectors;

/// <summary>What every vector store must do.</summary>
public abstract class VectorStoreTests(ITestOutputHelper output)
{
    private const int Dimension = InventedVectors.Dimension;

    protected abstract Task<IVectorStore> OpenAsync(string modelId, int dimension);

    /// <summary>How far a cosine may be from the embedded store's, which always sums in one order.</summary>
    protected virtual float Rounding => 0;

    private Task<IVectorStore> OpenAsync() => OpenAsync(InventedVectors.Model, Dimension);

    [Fact]
    public async Task StartsEmpty()
    {
        await using var store = await OpenAsync();

        (await store.CountAsync()).ShouldBe(0);
        (await store.SearchAsync(InventedVectors.Query(1, 5))).ShouldBeEmpty();
        (await store.MissingAsync([3, 1])).ShouldBe([3, 1]);
        store.ModelId.ShouldBe(InventedVectors.Model);
        store.Dimension.ShouldBe(Dimension);
    }

    [Fact]
    public async Task GivesBackWhatWasStoredInTheOrderAsked()
    {
        await using var store = await OpenAsync();
        var batch = InventedVectors.Batch(10, 6, seed: 1);
        await store.UpsertAsync(batch);

        var fetched = await store.FetchAsync([15, 10, 15]);

        fetched.Values.ShouldBe([.. batch.Rows[5], .. batch.Rows[0], .. batch.Rows[5]]);
        (await store.MissingAsync([9, 10, 16])).ShouldBe([9, 16]);
        (await store.CountAsync()).ShouldBe(6);
    }

    [Fact]
    public async Task FindsExactlyTheNearestThroughAnyHistoryOfChanges()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var store = await OpenAsync();
        var expected = new Dictionary<long, float[]>();
        for (var step = 0; step < 40; step++)
        {
            var batch = InventedVectors.Batch(random.Next(300), random.Next(1, 80), random.Next());
            await store.UpsertAsync(batch);
            for (var row = 0; row < batch.Ids.Count; row++)
            {
                expected[batch.Ids[row]] = batch.Rows[row].ToArray();
            }

            long[] gone = [.. Enumerable.Range(0, random.Next(20)).Select(_ => (long)random.Next(400))];
            await store.DeleteAsync(gone);
            foreach (var id in gone)
            {
                expected.Remove(id);
            }

            await CheckAsync(store, expected, random);
        }
    }

    [Fact]
    public async Task TheFilterWorksInsideTheSearch()
    {
        await using var store = await OpenAsync();
        await store.UpsertAsync(InventedVectors.Batch(0, 500, seed: 3));
        var all = await store.SearchAsync(InventedVectors.Query(9, 500));
        long[] farthest = [.. all.Select(hit => hit.Id).TakeLast(3)];

        var hits = await store.SearchAsync(InventedVectors.Query(9, 3) with { Filter = new IdFilter([.. farthest, 77_777]) });

        hits.Select(hit => hit.Id).ShouldBe(farthest);
        (await store.SearchAsync(InventedVectors.Query(9, 3) with { Filter = new IdFilter([]) })).ShouldBeEmpty();
    }

    [Fact]
    public async Task GivesAllHitsDownToTheLowestCosineWanted()
    {
        await using var store = await OpenAsync();
        await store.UpsertAsync(InventedVectors.Batch(0, 500, seed: 3));
        var all = await store.SearchAsync(InventedVectors.Query(9, 500));

        var hits = await store.SearchAsync(InventedVectors.Query(9, 500) with { MinimumCosine = all[41].Cosine });

        hits.ShouldBe(all.Take(42));
    }

    [Fact]
    public async Task EqualVectorsComeByTheLowerId()
    {
        await using var store = await OpenAsync();
        var row = InventedVectors.Rows(1, seed: 8).Values;
        await store.UpsertAsync(new VectorBatch(InventedVectors.Model, [7], new VectorTable(Dimension, row)));
        await store.UpsertAsync(new VectorBatch(InventedVectors.Model, [9, -4], new VectorTable(Dimension, [.. row, .. row])));

        var hits = await store.SearchAsync(InventedVectors.Query(8, 2));

        hits.Select(hit => hit.Id).ShouldBe([-4, 7]);
    }

    [Fact]
    public async Task OfAnIdTwiceInABatchTheLastCounts()
    {
        await using var store = await OpenAsync();
        var rows = InventedVectors.Rows(3, seed: 4);

        await store.UpsertAsync(new VectorBatch(InventedVectors.Model, [5, 6, 5], rows));

        (await store.FetchAsync([5])).Values.ShouldBe(rows[2].ToArray());
        (await store.CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task VectorsOfAnotherModelAreRefused()
    {
        await using var store = await OpenAsync();
        var batch = InventedVectors.Batch(0, 2, seed: 1) with { ModelId = "other@1" };

        (await Should.ThrowAsync<VectorStoreException>(() => store.UpsertAsync(batch))).Message.ShouldContain("other@1");
        await Should.ThrowAsync<VectorStoreException>(() => store.SearchAsync(InventedVectors.Query(1, 1) with { ModelId = "other@1" }));
        await Should.ThrowAsync<VectorStoreException>(() => store.SearchAsync(new VectorQuery(InventedVectors.Model, new float[2], 1)));
        (await store.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task AVectorThatIsNeitherOfLengthOneNorZeroIsRefusedWithItsId()
    {
        await using var store = await OpenAsync();
        var rows = new float[2 * Dimension];
        rows[Dimension] = 2;

        (await Should.ThrowAsync<ArgumentException>(() => store.UpsertAsync(new VectorBatch(InventedVectors.Model, [4, 5], new VectorTable(Dimension, rows)))))
            .Message.ShouldContain("id 5");
        rows[Dimension] = float.NaN;
        await Should.ThrowAsync<ArgumentException>(() => store.UpsertAsync(new VectorBatch(InventedVectors.Model, [4, 5], new VectorTable(Dimension, rows))));
        (await store.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task AMissingVectorIsSaidWithItsId()
    {
        await using var store = await OpenAsync();
        await store.UpsertAsync(InventedVectors.Batch(0, 2, seed: 1));

        (await Should.ThrowAsync<VectorStoreException>(() => store.FetchAsync([0, 55, 56]))).Message.ShouldContain("2 of 3 posts have no vector, the first is 55");
    }

    private async Task CheckAsync(IVectorStore store, Dictionary<long, float[]> expected, Random random)
    {
        (await store.CountAsync()).ShouldBe(expected.Count);
        var query = InventedVectors.Query(random.Next(), 10);
        var filter = random.Next(2) == 0 ? null : Enumerable.Range(0, 400).Select(id => (long)id).Where(_ => random.Next(3) == 0).ToHashSet();

        var hits = await store.SearchAsync(query with { Filter = filter is null ? null : new IdFilter(filter) });

        var best = expected.Where(pair => filter is null || filter.Contains(pair.Key))
            .Select(pair => new VectorHit(pair.Key, SpanDot.Dot(query.Vector.Span, pair.Value)))
            .OrderByDescending(hit => hit.Cosine).ThenBy(hit => hit.Id).Take(10).ToArray();
        if (Rounding == 0)
        {
            hits.ShouldBe(best);
            return;
        }

        hits.Select(hit => hit.Id).Distinct().Count().ShouldBe(best.Length);
        for (var rank = 0; rank < best.Length; rank++)
        {
            hits[rank].Cosine.ShouldBe(best[rank].Cosine, Rounding, $"the cosine at rank {rank}");
            hits[rank].Cosine.ShouldBe(SpanDot.Dot(query.Vector.Span, expected[hits[rank].Id]), Rounding, $"the cosine of id {hits[rank].Id}");
        }
    }
}
