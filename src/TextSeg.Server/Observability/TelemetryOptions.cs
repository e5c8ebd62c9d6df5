namespace TextSeg.Server.Observability;

/// <summary>Whom the service tells how it works: traces and metrics to a collector, metrics on a page. Off by default.</summary>
public sealed class TelemetryOptions
{
    /// <summary>Address of a collector that takes OTLP, such as http://127.0.0.1:4317. Headers it asks for come from OTEL_EXPORTER_OTLP_HEADERS. Default: none, nothing is sent.</summary>
    public string Collector { get; set; } = "";

    /// <summary>How it is spoken to: "grpc" (port 4317 by custom) or "http" (port 4318). Default grpc.</summary>
    public string Protocol { get; set; } = "grpc";

    /// <summary>Share of requests that are traced, 0 to 1. A request that comes with a trace of its own follows that. Default 1.</summary>
    public double TracedShare { get; set; } = 1;

    /// <summary>Whether /metrics answers programs on this machine without a key. Not to be set where a proxy on this machine lets others in. Default false.</summary>
    public bool OpenMetricsHere { get; set; }

    /// <summary>Whether a collector is told.</summary>
    public bool IsSent => Collector.Length > 0;

    /// <summary>All faults, each a plain sentence that says what to do.</summary>
    public IEnumerable<string> Faults()
    {
        if (IsSent && !(Uri.TryCreate(Collector, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            yield return "Telemetry.Collector is no address: write one such as http://127.0.0.1:4317, or leave it out.";
        }

        if (Protocol is not ("grpc" or "http"))
        {
            yield return "Telemetry.Protocol is neither \"grpc\" nor \"http\".";
        }

        if (TracedShare is not (>= 0 and <= 1))
        {
            yield return "Telemetry.TracedShare must lie between 0 and 1.";
        }
    }
}
