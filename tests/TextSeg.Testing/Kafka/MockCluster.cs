using Confluent.Kafka;

namespace TextSeg.Testing.Kafka;

/// <summary>The cluster that librdkafka carries for tests: real connections, no disk.</summary>
public sealed class MockCluster : IDisposable
{
    /// <summary>The topic that messages are sent to.</summary>
    public const string Topic = "posts";

    private readonly IProducer<string, string> _producer;

    public MockCluster()
    {
        var config = new ProducerConfig { BootstrapServers = "localhost:1", LingerMs = 0 };
        config.Set("test.mock.num.brokers", "2");
        _producer = new ProducerBuilder<string, string>(config).SetLogHandler((_, _) => { }).Build();
        using var admin = new DependentAdminClientBuilder(_producer.Handle).Build();
        Brokers = string.Join(',', admin.GetMetadata(TimeSpan.FromSeconds(30)).Brokers.Select(broker => $"{broker.Host}:{broker.Port}"));
    }

    /// <summary>Addresses of its brokers.</summary>
    public string Brokers { get; }

    /// <summary>A message with a post of its own.</summary>
    public static string Post(int number) => $$"""{"id":"p{{number:000}}","text":"post {{number}} about the shelf"}""";

    /// <summary>Spread over the partitions by their first characters, so that posts of one id stay in order.</summary>
    public Task SendAsync(params string[] messages) => Task.WhenAll(messages.Select(message =>
        _producer.ProduceAsync(Topic, new Message<string, string> { Key = message[..Math.Min(message.Length, 11)], Value = message })));

    public void Dispose() => _producer.Dispose();
}
