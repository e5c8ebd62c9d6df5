using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using TextSeg.Engine.Storage;

namespace TextSeg.Server.Observability;

/// <summary>Sends traces and metrics to a collector, where one is named. A collector that is away costs nothing but what it misses.</summary>
internal static class ServiceTelemetry
{
    private const string ServiceName = "textseg";

    public static void AddTelemetry(this IServiceCollection services, TelemetryOptions options)
    {
        services.AddMetrics();
        services.AddSingleton<WaitingWatch>().AddHostedService(provider => provider.GetRequiredService<WaitingWatch>());
        services.AddSingleton<MetricsPage>();
        if (!options.IsSent)
        {
            return;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(ServiceName, serviceVersion: Workspace.ProductVersion, serviceInstanceId: $"{Environment.MachineName}/{Environment.ProcessId}"))
            .WithTracing(traces => traces.AddSource(Telemetry.Sources).SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(options.TracedShare))).AddOtlpExporter(to => Address(to, options, "v1/traces")))
            .WithMetrics(metrics => metrics.AddMeter(Telemetry.Meters).AddOtlpExporter(to => Address(to, options, "v1/metrics")));
    }

    // Over HTTP the exporter takes an address as it stands, so the path is ours to add.
    private static void Address(OtlpExporterOptions to, TelemetryOptions options, string path)
    {
        var isHttp = options.Protocol == "http";
        to.Protocol = isHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        to.Endpoint = isHttp ? new Uri($"{options.Collector.TrimEnd('/')}/{path}") : new Uri(options.Collector);
    }
}
