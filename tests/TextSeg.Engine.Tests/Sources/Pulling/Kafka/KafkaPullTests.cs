using TextSeg.Engine.Sources.Pulling;
using TextSeg.Testing.Kafka;

namespace TextSeg.Engine.Tests.Sources.Pulling.Kafka;

public sealed class KafkaPullTests : PulledSourceTests, IDisposable
{
    private readonly MockCluster _cluster = new();
    private int _written;

    public void Dispose() => _cluster.Dispose();

    protected override async Task WriteAsync(int upTo)
    {
        await _cluster.SendAsync([.. Enumerable.Range(_written + 1, upTo - _written).Select(MockCluster.Post)]);
        _written = upTo;
    }

    protected override Task<IPulledSource> OpenAsync() => Task.FromResult<IPulledSource>(OpenCluster.Source(_cluster, pageMessages: 50));
}
