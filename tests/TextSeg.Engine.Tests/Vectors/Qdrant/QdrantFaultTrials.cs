using TextSeg.Engine.Vectors;
using TextSeg.Engine.Vectors.Qdrant;
using TextSeg.Testing.Qdrant;

namespace TextSeg.Engine.Tests.Vectors.Qdrant;

/// <summary>A server that goes away, drops connections, loses answers and is busy.</summary>
public sealed class QdrantFaultTrials : IDisposable
{
    private readonly FakeQdrant _server = new();
    private readonly QdrantConnection _connection;
    private readonly QdrantVectorStore _store;

    public QdrantFaultTrials()
    {
        _connection = new QdrantConnection(QuickOptions.For(_server));
        _store = new QdrantWorkspace(_connection, "invented").Open(InventedVectors.Model, InventedVectors.Dimension);
    }

    public void Dispose()
    {
        _connection.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task WhileTheServerIsAwayEveryCallSaysWhenToTryAgainAndAfterwardsAllIsThere()
    {
        await _store.UpsertAsync(InventedVectors.Batch(0, 20, seed: 1));
        _server.GoAway();

        Func<Task>[] calls =
        [
            () => _store.SearchAsync(InventedVectors.Query(1, 3)),
            () => _store.UpsertAsync(InventedVectors.Batch(20, 5, seed: 2)),
            () => _store.DeleteAsync([1]),
            () => _store.CountAsync(),
        ];
        foreach (var call in calls)
        {
            var fault = await Should.ThrowAsync<VectorStoreException>(call);
            fault.Message.ShouldContain("cannot be reached");
            fault.RetryAfter.ShouldNotBeNull();
        }

        _server.ComeBack();
        (await _store.CountAsync()).ShouldBe(20);
        await _store.UpsertAsync(InventedVectors.Batch(20, 5, seed: 2));
        (await _store.MissingAsync([0, 24, 25])).ShouldBe([25]);
    }

    [Fact]
    public async Task AStoreOpenedWhileTheServerIsAwayWorksOnceItIsBack()
    {
        _server.GoAway();
        await Should.ThrowAsync<VectorStoreException>(() => _store.CountAsync());
        _server.ComeBack();

        (await _store.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task AShortAbsenceIsNotNoticed()
    {
        await _store.PrepareAsync();
        var away = 0;
        _server.Instead = request => request.Path.EndsWith("/count", StringComparison.Ordinal) && away++ < 2 ? FakeAnswer.Lost : null;

        (await _store.CountAsync()).ShouldBe(0);

        away.ShouldBe(3);
    }

    [Fact]
    public async Task AConnectionThatIsCutInMidUploadIsSentAgain()
    {
        await _store.PrepareAsync();
        _server.CutUploadAfter(5_000);

        await _store.UpsertAsync(InventedVectors.Batch(0, 300, seed: 1));

        (await _store.CountAsync()).ShouldBe(300);
        (await _store.FetchAsync([299])).Values.ShouldBe(InventedVectors.Batch(0, 300, seed: 1).Rows[299].ToArray());
    }

    [Fact]
    public async Task AnAnswerThatIsLostMeansTwiceSentAndOnceStored()
    {
        await _store.PrepareAsync();
        var lost = 0;
        _server.LosesAnswerTo = request => request.Method == "PUT" && lost++ == 0;

        await _store.UpsertAsync(InventedVectors.Batch(0, 30, seed: 1));

        _server.Requests.Count(request => request.Method == "PUT" && request.Path.EndsWith("/points", StringComparison.Ordinal)).ShouldBe(2);
        (await _store.CountAsync()).ShouldBe(30);
    }

    [Fact]
    public async Task AnIdleConnectionThatTheServerClosesIsNoFault()
    {
        _server.IdleLimit = TimeSpan.FromMilliseconds(40);
        for (var step = 0; step < 4; step++)
        {
            await _store.UpsertAsync(InventedVectors.Batch(step, 1, seed: 1));
            await Task.Delay(60);
        }

        (await _store.CountAsync()).ShouldBe(4);
        _server.Connections.ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData(429, "0")]
    [InlineData(503, null)]
    [InlineData(502, "0")]
    [InlineData(408, null)]
    public async Task AServerThatIsBusyForAMomentIsAskedAgain(int status, string? retryAfter)
    {
        await _store.PrepareAsync();
        var refused = 0;
        _server.Instead = _ => refused++ < 2 ? new FakeAnswer(status, null) { RetryAfter = retryAfter } : null;

        (await _store.CountAsync()).ShouldBe(0);

        refused.ShouldBe(3);
    }

    [Fact]
    public async Task AGatewayThatStaysBusyIsHandedOnWithATime()
    {
        await _store.PrepareAsync();
        _server.Instead = _ => new FakeAnswer(503, null);

        (await Should.ThrowAsync<VectorStoreException>(() => _store.CountAsync())).RetryAfter.ShouldNotBeNull();
        _server.Requests.TakeLast(3).ShouldAllBe(request => request.Path.EndsWith("/count", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AChangeThatIsSeenLateIsWaitedFor()
    {
        await _store.UpsertAsync(InventedVectors.Batch(0, 5, seed: 1));
        _server.ShowsAfter = 3;

        await _store.UpsertAsync(InventedVectors.Batch(0, 5, seed: 2));
        (await _store.FetchAsync([4])).Values.ShouldBe(InventedVectors.Batch(0, 5, seed: 2).Rows[4].ToArray());

        await _store.DeleteAsync([4]);
        (await _store.CountAsync()).ShouldBe(4);
    }

    [Fact]
    public async Task ACollectionThatVanishedIsSaidAndMadeAnew()
    {
        await _store.UpsertAsync(InventedVectors.Batch(0, 3, seed: 1));
        await new QdrantWorkspace(_connection, "invented").RemoveAsync();

        (await Should.ThrowAsync<VectorStoreException>(() => _store.UpsertAsync(InventedVectors.Batch(0, 3, seed: 1)))).Message.ShouldContain("no vectors of invented@1");
        (await _store.MissingAsync([0, 1, 2])).ShouldBe([0, 1, 2]);
    }

    [Fact]
    public async Task CallersWhoGiveUpAreNotToldOfAFault()
    {
        using var given = new CancellationTokenSource();
        await given.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => _store.CountAsync(given.Token));
        (await _store.CountAsync()).ShouldBe(0);
    }
}
