using TextSeg.Engine.Sources.Pulling.Kafka;
using TextSeg.Testing.Kafka;

namespace TextSeg.Engine.Tests.Sources.Pulling.Kafka;

internal static class OpenCluster
{
    /// <summary>A source over a cluster.</summary>
    public static KafkaSource Source(MockCluster cluster, int pageMessages = 1_000) => new(new KafkaOptions { Brokers = cluster.Brokers, Topic = MockCluster.Topic, PageMessages = pageMessages }, TimeProvider.System);
}
