using System.Text;
using TextSeg.Engine.Vectors;
using TextSeg.Engine.Vectors.Qdrant;
using TextSeg.Mining;
using TextSeg.Testing.Qdrant;

namespace TextSeg.Engine.Tests.Vectors.Qdrant;

public sealed class QdrantVectorStoreTests : IDisposable
{
    private readonly FakeQdrant _server = new();
    private readonly List<QdrantConnection> _connections = [];

    public void Dispose()
    {
        _connections.ForEach(connection => connection.Dispose());
        _server.Dispose();
    }

    [Fact]
    public async Task OfManyEqualVectorsTheLowestIdsCome()
    {
        var store = Open();
        var row = InventedVectors.Rows(1, seed: 8).Values;
        await store.UpsertAsync(new VectorBatch(InventedVectors.Model, [.. Enumerable.Range(0, 300).Select(id => (long)id)], new VectorTable(InventedVectors.Dimension, [.. Enumerable.Repeat(row, 300).SelectMany(copy => copy.ToArray())])));

        (await store.SearchAsync(InventedVectors.Query(8, 5))).Select(hit => hit.Id).ShouldBe([0, 1, 2, 3, 4]);
    }

    [Theory]
    [InlineData(3, 4)]
    [InlineData(500, 4)]
    public async Task AFilterTooLongForOneRequestLosesNoHit(int limit, int requests)
    {
        var store = Open(options => options.FilterIds = 100);
        await store.UpsertAsync(InventedVectors.Batch(0, 700, seed: 3));
        long[] allowed = [.. Enumerable.Range(0, 350).Select(id => id * 2L)];
        var expected = (await store.SearchAsync(InventedVectors.Query(9, 700))).Where(hit => hit.Id % 2 == 0).Take(limit).ToArray();
        var before = Searches();

        var hits = await store.SearchAsync(InventedVectors.Query(9, limit) with { Filter = new IdFilter(allowed) });

        hits.ShouldBe(expected);
        (Searches() - before).ShouldBe(requests);
    }

    [Fact]
    public async Task LongRunsOfIdsGoAsRanges()
    {
        var store = Open();
        await store.UpsertAsync(InventedVectors.Batch(-500, 3_000, seed: 3));
        long[] allowed = [.. Enumerable.Range(-600, 800).Concat(Enumerable.Range(1_000, 900)).Select(id => (long)id)];
        var expected = (await store.SearchAsync(InventedVectors.Query(9, 3_000))).Where(hit => allowed.Contains(hit.Id)).ToArray();

        var hits = await store.SearchAsync(InventedVectors.Query(9, 3_000) with { Filter = new IdFilter(allowed) });

        hits.ShouldBe(expected);
        Encoding.UTF8.GetString(_server.Requests.Last().Body).ShouldContain("\"should\":[{\"key\":\"post\",\"range\":{\"gte\":-600,\"lte\":199}},{\"key\":\"post\",\"range\":{\"gte\":1000,\"lte\":1899}}]");
    }

    [Fact]
    public async Task ASearchThroughTheGraphNeverGivesFewerThanThereAre()
    {
        var store = Open(options => options.ExactUpTo = 0);
        await store.UpsertAsync(InventedVectors.Batch(0, 60, seed: 3));
        _server.MissesHits = true;

        (await store.SearchAsync(InventedVectors.Query(9, 100))).Count.ShouldBe(60);
        (await store.SearchAsync(InventedVectors.Query(9, 40))).Count.ShouldBe(40);
        (await store.SearchAsync(InventedVectors.Query(9, 100) with { Filter = new IdFilter([5, 6, 7]) })).Count.ShouldBe(3);
    }

    [Fact]
    public async Task SearchesThroughTheGraphAskForCandidatesScoredAgain()
    {
        var store = Open(options => options.ExactUpTo = 0);
        await store.UpsertAsync(InventedVectors.Batch(0, 60, seed: 3));

        (await store.SearchAsync(InventedVectors.Query(9, 3))).Count.ShouldBe(3);

        Encoding.UTF8.GetString(_server.Requests.Last().Body).ShouldContain("\"exact\":false,\"hnsw_ef\":256,\"quantization\":{\"ignore\":false,\"rescore\":true,\"oversampling\":3}");
    }

    [Fact]
    public async Task RequestsStayBelowTheLimitOfBytes()
    {
        var store = Open(options => options.BatchBytes = 65_536);
        await store.UpsertAsync(InventedVectors.Batch(0, 2_000, seed: 1));

        (await store.CountAsync()).ShouldBe(2_000);
        (await store.FetchAsync([1_999, 0])).Count.ShouldBe(2);
        _server.Requests.Max(request => request.Body.Length).ShouldBeInRange(20_000, 65_536);
    }

    [Fact]
    public async Task VectorsSpoiltByOthersHideNoHitAndAreNamed()
    {
        var store = Open();
        await store.UpsertAsync(InventedVectors.Batch(0, 30, seed: 1));
        var path = _server.Requests.Last().Path;
        using var other = new HttpClient();
        var points = string.Join(',', Enumerable.Range(100, 20).Select(id => $$"""{"id":{{id}},"vector":{"text":[1e39,0,0,0,0,0,0,0,0]} }"""));
        await other.PutAsync($"{_server.Address}{path}?wait=true", new StringContent($$"""{"points":[{{points}}]}"""));

        var hits = await store.SearchAsync(InventedVectors.Query(1, 30));

        hits.Select(hit => hit.Id).Order().ShouldBe(Enumerable.Range(0, 30).Select(id => (long)id));
        (await Should.ThrowAsync<VectorStoreException>(() => store.FetchAsync([3, 104]))).Message.ShouldContain("post 104");
    }

    [Fact]
    public async Task APointWithoutAVectorCountsAsMissing()
    {
        var store = Open();
        await store.UpsertAsync(InventedVectors.Batch(0, 2, seed: 1));
        using var other = new HttpClient();
        await other.PutAsync($"{_server.Address}{_server.Requests.Last().Path}?wait=true", new StringContent("""{"points":[{"id":1,"vector":{}}]}"""));

        (await store.MissingAsync([0, 1])).ShouldBe([1]);
        (await store.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task TheIndexIsThereBeforeTheFirstPointAndMadeGoodLater()
    {
        var cut = true;
        _server.Instead = request => cut && request.Path.EndsWith("/index", StringComparison.Ordinal) ? FakeAnswer.Bad(500, "stopped") : null;
        await Should.ThrowAsync<VectorStoreException>(() => Open().UpsertAsync(InventedVectors.Batch(0, 2, seed: 1)));
        _server.Requests.ShouldNotContain(request => request.Path.EndsWith("/points", StringComparison.Ordinal));
        cut = false;

        await Open().UpsertAsync(InventedVectors.Batch(0, 2, seed: 1));

        string[] order = [.. _server.Requests.Select(request => $"{request.Method} {request.Path.Split('/')[^1]}").TakeLast(2)];
        order.ShouldBe(["PUT index", "PUT points"]);
    }

    [Fact]
    public async Task ManyWorkersMayBeginAtOnce()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(worker => Task.Run(() => Open().UpsertAsync(InventedVectors.Batch(worker * 10, 10, worker)))));

        (await Open().CountAsync()).ShouldBe(60);
    }

    [Fact]
    public async Task AnotherDimensionIsRefusedWithBothNumbers()
    {
        await Open().PrepareAsync();

        var fault = await Should.ThrowAsync<VectorStoreException>(() => Workspace().Open(InventedVectors.Model, 4).CountAsync());

        fault.Message.ShouldContain("vectors of 9 numbers");
        fault.Message.ShouldContain("not vectors of 4 numbers");
    }

    [Fact]
    public async Task AKeyThatMayOnlyReadSearchesAndIsToldWhyItCannotStore()
    {
        (_server.Key, _server.ReadOnlyKey) = ("all", "read");
        await Open(options => options.ApiKey = "all").UpsertAsync(InventedVectors.Batch(0, 5, seed: 1));
        var reader = Open(options => options.ApiKey = "read");

        (await reader.SearchAsync(InventedVectors.Query(1, 2))).Count.ShouldBe(2);
        (await Should.ThrowAsync<VectorStoreException>(() => reader.UpsertAsync(InventedVectors.Batch(0, 5, seed: 1)))).Message.ShouldContain("one that may write");
        var fault = await Should.ThrowAsync<VectorStoreException>(() => Open(options => options.ApiKey = "wrong-key").CountAsync());
        fault.Message.ShouldContain("does not know the key");
        fault.Message.ShouldNotContain("wrong-key");
    }

    [Fact]
    public async Task AReaderMakesNothing()
    {
        var reader = Workspace().OpenToRead(InventedVectors.Model, InventedVectors.Dimension);

        (await Should.ThrowAsync<VectorStoreException>(() => reader.CountAsync())).Message.ShouldContain("mine something into it first");
        (await Should.ThrowAsync<VectorStoreException>(() => reader.DeleteAsync([1]))).Message.ShouldContain("opened to read");
        _server.Requests.ShouldAllBe(request => request.Method == "GET");
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public async Task AQueryThatIsNotFiniteIsNotSent(float number)
    {
        var query = new float[InventedVectors.Dimension];
        query[2] = number;

        await Should.ThrowAsync<ArgumentException>(() => Open().SearchAsync(new VectorQuery(InventedVectors.Model, query, 3)));
        _server.Requests.ShouldBeEmpty();
    }

    private int Searches() => _server.Requests.Count(request => request.Path.EndsWith("/query", StringComparison.Ordinal));

    private QdrantVectorStore Open(Action<QdrantOptions>? change = null) => Workspace(change).Open(InventedVectors.Model, InventedVectors.Dimension);

    private QdrantWorkspace Workspace(Action<QdrantOptions>? change = null)
    {
        var options = QuickOptions.For(_server);
        change?.Invoke(options);
        _connections.Add(new QdrantConnection(options));
        return new QdrantWorkspace(_connections[^1], "invented");
    }
}
