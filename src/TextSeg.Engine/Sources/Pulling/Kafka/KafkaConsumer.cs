using Confluent.Kafka;

namespace TextSeg.Engine.Sources.Pulling.Kafka;

/// <summary>Connections to a cluster.</summary>
internal static class KafkaConsumer
{
    /// <summary>A consumer that commits only when told to, and begins at the first message where an offset is no longer there. The library's own lines about connections are left out: faults come as exceptions.</summary>
    public static IConsumer<Ignore, byte[]?> Create(KafkaOptions options)
    {
        var hasUser = !string.IsNullOrEmpty(options.User);
        var config = new ConsumerConfig
        {
            BootstrapServers = options.Brokers,
            GroupId = options.Group,
            EnableAutoCommit = false,
            EnablePartitionEof = true,
            AutoOffsetReset = AutoOffsetReset.Earliest,
            AllowAutoCreateTopics = false,
            SecurityProtocol = (options.Tls, hasUser) switch
            {
                (true, true) => SecurityProtocol.SaslSsl,
                (true, false) => SecurityProtocol.Ssl,
                _ => SecurityProtocol.Plaintext,
            },
            SaslMechanism = hasUser ? SaslMechanism.Plain : null,
            SaslUsername = hasUser ? options.User : null,
            SaslPassword = hasUser ? options.Password : null,
        };
        return new ConsumerBuilder<Ignore, byte[]?>(config).SetLogHandler((_, _) => { }).SetErrorHandler((_, _) => { }).Build();
    }

    /// <summary>Numbers of the topic's partitions, ascending.</summary>
    /// <exception cref="KafkaException">The brokers cannot be reached, or there is no such topic.</exception>
    public static IReadOnlyList<int> Partitions(IConsumer<Ignore, byte[]?> consumer, KafkaOptions options)
    {
        using var admin = new DependentAdminClientBuilder(consumer.Handle).Build();
        var topic = admin.GetMetadata(options.Topic, options.Timeout).Topics.Single();
        return topic.Error.IsError ? throw new KafkaException(topic.Error) : [.. topic.Partitions.Select(partition => partition.PartitionId).Order()];
    }
}
