using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace TextSeg.Server.Tests.Observability;

public sealed class TraceTests(RunningService service) : IClassFixture<RunningService>
{
    [Fact]
    public async Task OneTraceLeadsFromTheRequestOverTheBusIntoTheStages()
    {
        var seen = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => Telemetry.Sources.Contains(source.Name), Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded, ActivityStopped = seen.Add,
        };
        ActivitySource.AddActivityListener(listener);
        using var client = await service.WithWorkspaceAsync("traced");
        var trace = ActivityTraceId.CreateRandom();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/workspaces/traced/posts")
        {
            Content = new StringContent("{\"id\":\"1\",\"text\":\"The kettle leaks.\"}\n", Encoding.UTF8, "application/x-ndjson"),
        };
        request.Headers.Add("traceparent", $"00-{trace.ToHexString()}-{ActivitySpanId.CreateRandom().ToHexString()}-01");
        (await client.SendAsync(request)).EnsureSuccessStatusCode();
        while (!Names().Contains("annotate"))
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        string[] wanted = ["POST /api/v1/workspaces/{workspace}/posts", "prepare", "encode", "annotate"];
        Names().Intersect(wanted).ShouldBe(wanted, ignoreOrder: true);
        seen.Where(activity => activity.TraceId == trace).ShouldContain(activity => activity.Source.Name == "MassTransit");

        string[] Names() => [.. seen.Where(activity => activity.TraceId == trace).Select(activity => activity.DisplayName)];
    }
}
