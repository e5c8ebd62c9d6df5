using System.Net;
using System.Text;
using TextSeg.Engine.Access;

namespace TextSeg.Server.Tests.Observability;

public sealed class MetricsTests
{
    [Fact]
    public async Task MetricsAskForAnAdministratorsKeyToAllWorkspaces()
    {
        await using var service = await RunningService.WithAsync();
        using var anonymous = service.Anonymous();
        (await anonymous.GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var analyst = await service.ClientAsync(Role.Analyst);
        (await analyst.GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var ofOne = await service.ClientAsync(Role.Administrator, "ours");
        (await ofOne.GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task PostsStagesModelsWaitingPostsAndRequestsAreCounted()
    {
        await using var service = await RunningService.WithAsync();
        using var client = await service.WithWorkspaceAsync("counted");
        using var body = new StringContent("{\"id\":\"1\",\"text\":\"The kettle leaks.\"}\n", Encoding.UTF8, "application/x-ndjson");
        (await client.PostAsync("/api/v1/workspaces/counted/posts", body)).EnsureSuccessStatusCode();
        var figures = await UntilReadAsync(client);
        figures.ShouldContain("textseg_posts{");
        figures.ShouldContain("stage=\"encode\"");
        figures.ShouldContain("textseg_stage_duration_count{");
        figures.ShouldContain("textseg_waiting_posts{");
        figures.ShouldContain("workspace=\"counted\"");
        figures.ShouldContain("http_server_request_duration_count{");
    }

    [Fact]
    public async Task OpenedHereTheyAnswerThisMachineButNotWhatAProxyPassesOn()
    {
        await using var service = await RunningService.WithAsync(("Telemetry:OpenMetricsHere", "true"));
        using var anonymous = service.Anonymous();
        (await anonymous.GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.OK);
        anonymous.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.7");
        (await anonymous.GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<string> UntilReadAsync(HttpClient client)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        for (; ;)
        {
            var figures = await client.GetStringAsync("/metrics", patience.Token);
            if (new[] { "model=\"encoder\"", "textseg_waiting_lag{", "workspace=\"counted\"" }.All(part => figures.Contains(part, StringComparison.Ordinal)))
            {
                return figures;
            }

            await Task.Delay(100, patience.Token);
        }
    }
}
