using System.Diagnostics.Metrics;
using Prometheus;

namespace TextSeg.Server.Observability;

/// <summary>The figures of this process in the text form of Prometheus, gathered from the moment it is made.</summary>
internal sealed class MetricsPage : IDisposable
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    // From a millisecond (a search) to some hours (a run over a million posts), doubled each time.
    private static readonly double[] Seconds = Histogram.ExponentialBuckets(0.001, 2, 24);

    // A figure that was not touched for so long is forgotten; the library's timers take no longer one.
    private static readonly TimeSpan LongSilence = TimeSpan.FromDays(1);

    private readonly CollectorRegistry _registry = new();
    private readonly IDisposable _listening;

    public MetricsPage() => _listening = MeterAdapter.StartListening(new MeterAdapterOptions
    {
        Registry = _registry,
        MetricFactory = Metrics.WithCustomRegistry(_registry),
        InstrumentFilterPredicate = instrument => Telemetry.Meters.Contains(instrument.Meter.Name),
        ResolveHistogramBuckets = BucketsOf,
        MetricsExpireAfter = LongSilence,
    });

    public Task WriteAsync(Stream to, CancellationToken cancellationToken) => _registry.CollectAndExportAsTextAsync(to, cancellationToken);

    public void Dispose() => _listening.Dispose();

    private static double[] BucketsOf(Instrument instrument) => instrument.Unit == "s" ? Seconds : MeterAdapterOptions.DefaultHistogramBuckets;
}
