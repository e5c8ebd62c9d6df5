using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Access;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Outbound;
using TextSeg.Engine.Storage.Catalog;
using TextSeg.Engine.Storage.Catalog.Rows;
using TextSeg.Engine.Subscriptions;

namespace TextSeg.Engine.Tests.Subscriptions;

/// <summary>Lamps make members angry from June on.</summary>
public sealed class FindingWatchTests : IAsyncLifetime
{
    private readonly SmallCommunity _community = new(new SqlitePlace());
    private readonly TemporaryFolder _folder = new();
    private readonly HandClock _clock = new();
    private readonly ServiceCatalog _catalog;

    public FindingWatchTests() => _catalog = ServiceCatalog.Open(_folder.Path);

    public async ValueTask InitializeAsync()
    {
        await _community.MineAsync([_community.WritePosts(720, members: 40)]);
        InventedReadings.Write(_community.Address, post => post % 4 == 0 && post % 9 >= 5 ? InventedReading.Angry : InventedReading.Pleased);
    }

    public ValueTask DisposeAsync()
    {
        _community.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task ARiseIsToldOnceHoweverManyRunsFindIt()
    {
        await SubscribeAsync(EventNames.TopicRising);
        await LookAsync();
        var found = (await FindingsAsync()).Single();
        found.IsTold.ShouldBeTrue();
        var facts = JsonSerializer.Deserialize<RisingTopic>(found.Facts, StoredJson.Options)!;
        facts.After.ShouldBeGreaterThan(facts.Before + 0.5);
        facts.Since.Month.ShouldBeInRange(5, 7);
        await LookAsync();
        await _community.MineAsync([]);
        await LookAsync();
        (await FindingsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task AfterAWarningNothingMoreIsToldOfATopicForAWhile()
    {
        await SubscribeAsync(EventNames.TopicRising);
        await LookAsync();
        await using (var context = _catalog.CreateContext())
        {
            var earlier = new DateTimeOffset(2023, 2, 1, 0, 0, 0, TimeSpan.Zero);
            await context.Findings.ExecuteUpdateAsync(set => set.SetProperty(row => row.RoseAt, earlier), TestContext.Current.CancellationToken);
        }

        await _community.MineAsync([]);
        await LookAsync();
        (await FindingsAsync()).Select(row => row.IsTold).ShouldBe([true, false]);
        _clock.Pass(TimeSpan.FromDays(31));
        await _community.MineAsync([]);
        await LookAsync();
        (await FindingsAsync()).Select(row => row.IsTold).ShouldBe([true, false, true]);
    }

    [Fact]
    public async Task NothingIsLookedForThatNobodyWants()
    {
        await SubscribeAsync(EventNames.RunFinished);
        await LookAsync();
        (await FindingsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task ATopicOfFewMembersIsNotToldOf()
    {
        await SubscribeAsync(EventNames.TopicRising);
        await LookAsync(minimum: 100);
        (await FindingsAsync()).ShouldBeEmpty();
    }

    private async Task SubscribeAsync(string name) =>
        await new SubscriptionRegistry(_catalog, SecretSeal.Load(_folder.Path, ""), _clock).CreateAsync(WorkspaceName.Default, "https://example.org/told", [name], allowsPlain: false, TestContext.Current.CancellationToken);

    private async Task LookAsync(int minimum = 5)
    {
        using var workspaces = new WorkspaceRegistry(_catalog, new ServicePlace(_community.Data), _clock);
        await new FindingWatch(_catalog, workspaces, new DisclosureMinimum(minimum), new OutboundOptions(), _clock).RunAsync(TestContext.Current.CancellationToken);
    }

    private async Task<List<StoredFinding>> FindingsAsync()
    {
        await using var context = _catalog.CreateContext();
        return await context.Findings.OrderBy(row => row.Id).ToListAsync(TestContext.Current.CancellationToken);
    }
}
