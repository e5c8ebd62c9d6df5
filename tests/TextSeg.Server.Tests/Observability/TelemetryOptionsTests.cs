using TextSeg.Server.Health;
using TextSeg.Server.Observability;

namespace TextSeg.Server.Tests.Observability;

public sealed class TelemetryOptionsTests
{
    [Fact]
    public void NothingIsSentUnlessACollectorIsNamed()
    {
        new TelemetryOptions().IsSent.ShouldBeFalse();
        new TelemetryOptions().Faults().ShouldBeEmpty();
        new HealthOptions().Faults().ShouldBeEmpty();
    }

    [Fact]
    public void AllFaultsAreToldAtOnce()
    {
        new TelemetryOptions { Collector = "collector", Protocol = "udp", TracedShare = double.NaN }.Faults().Count().ShouldBe(3);
        new HealthOptions { MostWaitingSeconds = 0, LeastFreeMebibytes = 0 }.Faults().Count().ShouldBe(2);
        new ServiceOptions { Telemetry = new() { Protocol = "udp" }, Health = new() { MostWaitingSeconds = 0 } }.Faults().Count().ShouldBe(2);
    }
}
