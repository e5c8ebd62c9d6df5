using Confluent.Kafka;
using TextSeg.Engine.Sources.Pulling.Kafka;

namespace TextSeg.Engine.Tests.Sources.Pulling.Kafka;

/// <summary>The cluster that librdkafka carries for tests: real connections, no disk.</summary>
internal sealed class MockCluster : IDisposable
{
    private readonly IProducer<string, string> _producer;
    private readonly string _brokers;

    public MockCluster()
    {
        var config = new ProducerConfig { BootstrapServers = "localhost:1", LingerMs = 0 };
        config.Set("test.mock.num.brokers", "2");
        _producer = new ProducerBuilder<string, string>(config).SetLogHandler((_, _) => { }).Build();
        using var admin = new DependentAdminClientBuilder(_producer.Handle).Build();
        _brokers = string.Join(',', admin.GetMetadata(TimeSpan.FromSeconds(30)).Brokers.Select(broker => $"{broker.Host}:{broker.Port}"));
    }

    public static string Post(int number) => $$"""{"id":"p{{number:000}}","text":"post {{number}} about the shelf"}""";

    public KafkaSource Open(int pageMessages = 1_000) => new(new KafkaOptions { Brokers = _brokers, Topic = "posts", PageMessages = pageMessages }, TimeProvider.System);

    /// <summary>Spread over the partitions by their first characters, so that posts of one id stay in order.</summary>
    public Task SendAsync(params string[] messages) => Task.WhenAll(messages.Select(message =>
        _producer.ProduceAsync("posts", new Message<string, string> { Key = message[..Math.Min(message.Length, 11)], Value = message })));

    public void Dispose() => _producer.Dispose();
}
