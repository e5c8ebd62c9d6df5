using TextSeg.Engine.Hosting;
using TextSeg.Engine.Storage.Catalog;

namespace TextSeg.Engine.Tests.Hosting;

public abstract class LeasesConformance : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly WorkspacePlace _place;
    private readonly HandClock _clock = new();
    private readonly ServiceCatalog _catalog;
    private readonly Leases _first;
    private readonly Leases _second;

    protected LeasesConformance(WorkspacePlace place)
    {
        _place = place;
        _catalog = ServiceCatalog.Open(place.Service);
        (_first, _second) = (new Leases(_catalog, "first", _clock), new Leases(_catalog, "second", _clock));
    }

    public void Dispose()
    {
        _place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task WhatOneHoldsNoOtherTakesUntilItEnds()
    {
        (await _first.TakeAsync("run/ours", Minute)).ShouldBeTrue();
        (await _second.TakeAsync("run/ours", Minute)).ShouldBeFalse();
        (await _second.TakeAsync("run/theirs", Minute)).ShouldBeTrue();
        _clock.Pass(Minute);
        (await _second.TakeAsync("run/ours", Minute)).ShouldBeTrue();
        (await _first.TakeAsync("run/ours", Minute)).ShouldBeFalse();
    }

    [Fact]
    public async Task WhoRenewsKeepsIt()
    {
        await _first.TakeAsync("run/ours", Minute);
        _clock.Pass(Minute / 2);
        (await _first.TakeAsync("run/ours", Minute)).ShouldBeTrue();
        _clock.Pass(Minute / 2);
        (await _second.TakeAsync("run/ours", Minute)).ShouldBeFalse();
    }

    [Fact]
    public async Task OnlyWhoHoldsItGivesItBack()
    {
        await _first.TakeAsync("run/ours", Minute);
        await _second.GiveBackAsync("run/ours");
        (await _second.TakeAsync("run/ours", Minute)).ShouldBeFalse();
        await _first.GiveBackAsync("run/ours");
        (await _second.TakeAsync("run/ours", Minute)).ShouldBeTrue();
    }

    [Fact]
    public async Task OfManyAtTheSameMomentOneTakesIt()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => new Leases(_catalog, $"owner {number}", _clock).TakeAsync("run/ours", Minute))));
        taken.Count(isOurs => isOurs).ShouldBe(1);
    }

    [Fact]
    public async Task TwoPiecesOfWorkInOneProcessDoNotHoldItTogether()
    {
        await using (var run = await _first.HoldAsync("run/ours"))
        {
            run.ShouldNotBeNull();
            (await _first.HoldAsync("run/ours")).ShouldBeNull();
        }

        await using var next = await _first.HoldAsync("run/ours");
        next.ShouldNotBeNull();
    }

    [Fact]
    public async Task WhetherItIsHeldCanBeAsked()
    {
        (await _second.IsHeldAsync("run/ours")).ShouldBeFalse();
        await _first.TakeAsync("run/ours", Minute);
        (await _second.IsHeldAsync("run/ours")).ShouldBeTrue();
        _clock.Pass(Minute);
        (await _second.IsHeldAsync("run/ours")).ShouldBeFalse();
    }
}

public sealed class LeasesTests() : LeasesConformance(new SqlitePlace());

public sealed class PostgreSqlLeasesTests() : LeasesConformance(new PostgreSqlPlace());
