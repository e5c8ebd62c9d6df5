using TextSeg.Engine.Hosting;
using TextSeg.Engine.Storage.Catalog;

namespace TextSeg.Engine.Tests.Hosting;

public abstract class RepeatedWritesConformance : IDisposable
{
    private readonly WorkspacePlace _place;
    private readonly HandClock _clock = new();
    private readonly RepeatedWrites _writes;

    protected RepeatedWritesConformance(WorkspacePlace place) => (_place, _writes) = (place, new RepeatedWrites(ServiceCatalog.Open(place.Service), _clock));

    public void Dispose()
    {
        _place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task TheSameWriteIsAnsweredFromMemoryForADay()
    {
        (await _writes.BeginAsync(1, "order 7", "aa")).State.ShouldBe(WriteState.New);
        await _writes.EndAsync(1, "order 7", 201, "made");
        _clock.Pass(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        (await _writes.BeginAsync(1, "order 7", "aa")).ShouldBe(new KnownWrite(WriteState.Answered, 201, "made"));
        _clock.Pass(TimeSpan.FromSeconds(1));
        (await _writes.BeginAsync(1, "order 7", "aa")).State.ShouldBe(WriteState.New);
    }

    [Fact]
    public async Task AnotherRequestUnderTheSameNameIsToldApart()
    {
        await _writes.BeginAsync(1, "order 7", "aa");
        (await _writes.BeginAsync(1, "order 7", "bb")).State.ShouldBe(WriteState.OtherRequest);
        (await _writes.BeginAsync(2, "order 7", "bb")).State.ShouldBe(WriteState.New, "names belong to one key");
    }

    [Fact]
    public async Task OfManyAtTheSameMomentOneWrites()
    {
        var begun = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _writes.BeginAsync(1, "order 7", "aa"))));
        begun.Count(write => write.State == WriteState.New).ShouldBe(1);
        begun.Count(write => write.State == WriteState.UnderWay).ShouldBe(7);
    }

    [Fact]
    public async Task AWriteThatWasRefusedMayBeSentAgain()
    {
        await _writes.BeginAsync(1, "order 7", "aa");
        await _writes.ForgetAsync(1, "order 7");
        (await _writes.BeginAsync(1, "order 7", "bb")).State.ShouldBe(WriteState.New);
    }

    [Fact]
    public async Task AWriteThatAKilledProcessLeftIsGivenUpInTheEnd()
    {
        await _writes.BeginAsync(1, "order 7", "aa");
        _clock.Pass(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        (await _writes.BeginAsync(1, "order 7", "aa")).State.ShouldBe(WriteState.UnderWay);
        _clock.Pass(TimeSpan.FromSeconds(1));
        (await _writes.BeginAsync(1, "order 7", "aa")).State.ShouldBe(WriteState.New);
        (await _writes.BeginAsync(1, "order 7", "aa")).State.ShouldBe(WriteState.UnderWay);
    }
}

public sealed class RepeatedWritesTests() : RepeatedWritesConformance(new SqlitePlace());

public sealed class PostgreSqlRepeatedWritesTests() : RepeatedWritesConformance(new PostgreSqlPlace());
