using TextSeg.Engine.Sources.Pulling.Kafka;
using TextSeg.Testing.Kafka;

namespace TextSeg.Engine.Tests.Sources.Pulling.Kafka;

/// <summary>Against the cluster that librdkafka carries for tests.</summary>
public sealed class KafkaSourceTests : IDisposable
{
    private readonly MockCluster _cluster = new();

    public void Dispose() => _cluster.Dispose();

    [Fact]
    public async Task EveryMessageComesOnceAndThePullGoesOnAtTheCursor()
    {
        await _cluster.SendAsync([.. Enumerable.Range(1, 25).Select(MockCluster.Post)]);
        string? cursor;
        using (var source = OpenCluster.Source(_cluster, pageMessages: 10))
        {
            (var rows, cursor) = await source.PullAllAsync(null);
            rows.Select(row => row.Post!.ExternalId).Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(1, 25).Select(i => $"p{i:000}"));
            (await source.PullAsync(cursor, CancellationToken.None)).Rows.ShouldBeEmpty();
            await _cluster.SendAsync([.. Enumerable.Range(26, 12).Select(MockCluster.Post)]);
            List<string> came = [];

            // The cluster may show a message a moment after it was taken; the next pull has it then.
            for (var pull = 0; pull < 10 && came.Count < 12; pull++)
            {
                (rows, cursor) = await source.PullAllAsync(cursor);
                came.AddRange(rows.Select(row => row.Post!.ExternalId));
            }

            came.Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(26, 12).Select(i => $"p{i:000}"));
        }

        await _cluster.SendAsync(MockCluster.Post(38));
        using var later = OpenCluster.Source(_cluster);
        (await later.PullAllAsync(cursor)).Rows.ShouldHaveSingleItem().Post!.ExternalId.ShouldBe("p038");
    }

    [Fact]
    public async Task APageThatWasNotStoredComesAgain()
    {
        await _cluster.SendAsync([.. Enumerable.Range(1, 20).Select(MockCluster.Post)]);
        using var source = OpenCluster.Source(_cluster, pageMessages: 5);
        var first = await source.PullAsync(null, CancellationToken.None);
        var lost = await source.PullAsync(first.Cursor, CancellationToken.None);
        var (again, _) = await source.PullAllAsync(first.Cursor);
        again.Select(row => row.Post!.ExternalId).ShouldContain(lost.Rows[0].Post!.ExternalId);
        first.Rows.Concat(again).Select(row => row.Post!.ExternalId).Distinct().Count().ShouldBe(20);
    }

    [Fact]
    public async Task AMalformedMessageIsARejectedRowAndReadingGoesOn()
    {
        await _cluster.SendAsync("{\"text\":", "", """{"text":"a post without an id"}""", MockCluster.Post(1));
        using var source = OpenCluster.Source(_cluster);
        var (rows, _) = await source.PullAllAsync(null);
        rows.Count(row => row.Post is not null).ShouldBe(2);
        rows.Where(row => row.Rejected is not null).Select(row => row.Rejected!.Reason).Order(StringComparer.Ordinal).ShouldBe(["The message is empty.", "The record is no JSON object."]);
    }

    [Fact]
    public async Task AChangedPostComesAsAChange()
    {
        await _cluster.SendAsync("""{"id":"a","text":"the lamp hums"}""", """{"id":"a","text":"the lamp hums no more"}""");
        using var source = OpenCluster.Source(_cluster);
        (await source.PullAllAsync(null)).Rows.ShouldAllBe(row => row.Post!.ExternalId == "a");
    }

    [Fact]
    public async Task BrokersThatAreAwayAreSaid()
    {
        using var source = new KafkaSource(new KafkaOptions { Brokers = "127.0.0.1:1", Topic = "posts", Timeout = TimeSpan.FromSeconds(1) }, TimeProvider.System);
        (await Should.ThrowAsync<JobException>(() => source.PullAsync(null, CancellationToken.None))).Message.ShouldContain("cannot be read");
    }

    [Fact]
    public void FaultsOfAllOptionsAreSaidAtOnce()
    {
        var options = new KafkaOptions { Group = " ", User = "ann", Password = "pass-word", PageMessages = 0, Timeout = TimeSpan.Zero };
        var fault = Should.Throw<JobException>(() => new KafkaSource(options, TimeProvider.System));
        options.Faults().Count().ShouldBe(6);
        options.Faults().ShouldAllBe(sentence => fault.Message.Contains(sentence, StringComparison.Ordinal));
        fault.Message.ShouldNotContain("pass-word");
    }
}
