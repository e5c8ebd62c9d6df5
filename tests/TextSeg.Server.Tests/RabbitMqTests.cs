using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Messages;

namespace TextSeg.Server.Tests;

/// <summary>The service with RabbitMQ as its bus, which is killed and stays away for a second, or as many as TEXTSEG_TEST_AWAY_SECONDS says.</summary>
[Collection("RabbitMQ")]
public sealed class RabbitMqTests : IAsyncLifetime
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await RunningService.WithAsync(("Bus", RabbitMqServer.AddressOrSkip()));

    public ValueTask DisposeAsync() => _service?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task PostsAreReadByWayOfTheQueueAndAMessageAgainChangesNothing()
    {
        using var client = await _service.WithWorkspaceAsync("queue");
        await PushAsync(client, "queue", "1", "2");
        await ReadAsync("queue");
        var bus = _service.Services.GetRequiredService<IBus>();
        await bus.Publish(new PostsArrived("queue"));
        await bus.Publish(new PostsArrived("queue"));
        await PushAsync(client, "queue", "3");
        await ReadAsync("queue");
        (await LabelsAsync("queue")).ShouldBe(3, "one language for each post");
    }

    [Fact]
    public async Task WhenTheNodeIsKilledPostsAreTakenInAndReadWhenItIsBackWithoutARestart()
    {
        using var client = await _service.WithWorkspaceAsync("away");
        await PushAsync(client, "away", "1");
        await ReadAsync("away");
        await RabbitMqServer.KillAsync();
        try
        {
            await PushAsync(client, "away", "2", "3");
            await Task.Delay(TimeSpan.FromSeconds(int.TryParse(Environment.GetEnvironmentVariable("TEXTSEG_TEST_AWAY_SECONDS"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 1), TestContext.Current.CancellationToken);
            (await client.GetAsync("/api/v1/workspaces/away/sources")).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await client.GetFromJsonAsync<JsonElement>("/health/ready")).GetProperty("reasons")[0].GetString()!.ShouldStartWith("bus:");
        }
        finally
        {
            await RabbitMqServer.StartAsync();
        }

        await ReadAsync("away");
        (await LabelsAsync("away")).ShouldBe(3);
        while ((await client.GetFromJsonAsync<JsonElement>("/health/ready")).GetProperty("status").GetString() != "healthy")
        {
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }

    private static async Task PushAsync(HttpClient client, string workspace, params string[] ids)
    {
        using var body = new StringContent(string.Concat(ids.Select(id => $"{{\"id\":\"{id}\",\"text\":\"The hub of flat {id} is fine.\"}}\n")), Encoding.UTF8, "application/x-ndjson");
        (await client.PostAsync($"/api/v1/workspaces/{workspace}/posts", body)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Waits until no post waits for its stages.</summary>
    private async Task ReadAsync(string workspace)
    {
        while (await Live(workspace).HasWaitingAsync(TestContext.Current.CancellationToken))
        {
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }

    private async Task<int> LabelsAsync(string workspace)
    {
        using var view = Live(workspace).OpenToRead();
        await using var tables = view.CreateContext();
        return tables.Annotations.Count(label => label.Kind == "language");
    }

    private LiveWorkspace Live(string workspace) => _service.Services.GetRequiredService<WorkspaceRegistry>().Open(workspace);
}
