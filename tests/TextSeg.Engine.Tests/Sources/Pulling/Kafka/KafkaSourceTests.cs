using Confluent.Kafka;
using TextSeg.Engine.Sources.Pulling.Kafka;

namespace TextSeg.Engine.Tests.Sources.Pulling.Kafka;

/// <summary>Against the cluster that librdkafka carries for tests.</summary>
public sealed class KafkaSourceTests : IDisposable
{
    private readonly IProducer<string, string> _producer;
    private readonly string _brokers;

    public KafkaSourceTests()
    {
        var config = new ProducerConfig { BootstrapServers = "localhost:1" };
        config.Set("test.mock.num.brokers", "2");
        _producer = new ProducerBuilder<string, string>(config).SetLogHandler((_, _) => { }).Build();
        using var admin = new DependentAdminClientBuilder(_producer.Handle).Build();
        _brokers = string.Join(',', admin.GetMetadata(TimeSpan.FromSeconds(10)).Brokers.Select(broker => $"{broker.Host}:{broker.Port}"));
    }

    public void Dispose() => _producer.Dispose();

    [Fact]
    public async Task EveryMessageComesOnceAndThePullGoesOnAtTheCursor()
    {
        await SendAsync([.. Enumerable.Range(1, 25).Select(Post)]);
        string? cursor;
        using (var source = Source(pageMessages: 10))
        {
            (var rows, cursor) = await source.PullAllAsync(null);
            rows.Select(row => row.Post!.ExternalId).Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(1, 25).Select(i => $"p{i:00}"));
            (await source.PullAsync(cursor, CancellationToken.None)).Rows.ShouldBeEmpty();
            await SendAsync([.. Enumerable.Range(26, 12).Select(Post)]);
            (rows, cursor) = await source.PullAllAsync(cursor);
            rows.Count.ShouldBe(12);
        }

        await SendAsync([Post(38)]);
        using var later = Source();
        (await later.PullAllAsync(cursor)).Rows.ShouldHaveSingleItem().Post!.ExternalId.ShouldBe("p38");
    }

    [Fact]
    public async Task APageThatWasNotStoredComesAgain()
    {
        await SendAsync([.. Enumerable.Range(1, 20).Select(Post)]);
        using var source = Source(pageMessages: 5);
        var first = await source.PullAsync(null, CancellationToken.None);
        var lost = await source.PullAsync(first.Cursor, CancellationToken.None);
        var (again, _) = await source.PullAllAsync(first.Cursor);
        again.Select(row => row.Post!.ExternalId).ShouldContain(lost.Rows[0].Post!.ExternalId);
        first.Rows.Concat(again).Select(row => row.Post!.ExternalId).Distinct().Count().ShouldBe(20);
    }

    [Fact]
    public async Task AMalformedMessageIsARejectedRowAndReadingGoesOn()
    {
        await SendAsync("{\"text\":", "", """{"text":"a post without an id"}""", Post(1));
        using var source = Source();
        var (rows, _) = await source.PullAllAsync(null);
        rows.Count(row => row.Post is not null).ShouldBe(2);
        rows.Where(row => row.Rejected is not null).Select(row => row.Rejected!.Reason).Order(StringComparer.Ordinal).ShouldBe(["The message is empty.", "The record is no JSON object."]);
    }

    [Fact]
    public async Task AChangedPostComesAsAChange()
    {
        await SendAsync("""{"id":"a","text":"the lamp hums"}""", """{"id":"a","text":"the lamp hums no more"}""");
        using var source = Source();
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

    private static string Post(int number) => $$"""{"id":"p{{number:00}}","text":"post {{number}} about the shelf"}""";

    private KafkaSource Source(int pageMessages = 1_000) => new(new KafkaOptions { Brokers = _brokers, Topic = "posts", PageMessages = pageMessages }, TimeProvider.System);

    /// <summary>Each with a key of its own, so that they spread over the partitions; one key for posts of one id.</summary>
    private async Task SendAsync(params string[] messages)
    {
        foreach (var message in messages)
        {
            await _producer.ProduceAsync("posts", new Message<string, string> { Key = message.Length > 8 ? message[..8] + message[^20..] : "k", Value = message });
        }
    }
}
