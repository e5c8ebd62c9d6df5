using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using TextSeg.Engine.Hosting;
using TextSeg.Server.Queues;

namespace TextSeg.Server.Tests.Queues;

/// <summary>Posts that come by a queue of a real RabbitMQ node.</summary>
[Collection("RabbitMQ")]
public sealed class PostQueueTests : IAsyncLifetime
{
    private const string Workspace = "queued";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly string _address = RabbitMqServer.AddressOrSkip();
    private readonly string _name = $"posts-{Path.GetRandomFileName()}";
    private RunningService _service = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await RunningService.WithAsync(("Queue:Name", _name), ("Queue:Address", _address), ("Queue:Workspace", Workspace), ("Queue:Source", "shop"), ("Queue:Prefetch", "20"));
        _client = await _service.WithWorkspaceAsync(Workspace);
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        await (_service?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Fact]
    public async Task PostsAreStoredAndTheSameAgainChangesNothing()
    {
        await PublishAsync([.. Enumerable.Range(0, 100).Select(i => $"{{\"id\":\"{i}\",\"text\":\"The hub of flat {i} is fine.\",\"member\":\"m{i % 7}\"}}")]);
        await UntilAsync(() => Task.FromResult(Ids().Count == 100));
        await PublishAsync("{\"id\":\"1\",\"text\":\"The hub of flat 1 is fine.\",\"member\":\"m1\"}", "{\"id\":\"2\",\"text\":\"The hub of flat 2 is loud now.\",\"member\":\"m2\"}", "{\"id\":\"100\",\"text\":\"One more hub.\"}");
        await UntilAsync(() => Task.FromResult(Ids().Count == 101));
        await UntilAsync(async () => await CountAsync(_name) == 0);
        Ids().ShouldBe(Enumerable.Range(0, 101).Select(i => $"{i}"), ignoreOrder: true);
    }

    [Fact]
    public async Task WhatCannotBeTakenGoesToAQueueOfItsOwnWithTheReason()
    {
        await PublishAsync("{\"id\":\"1\",\"text\":\"The hub is fine.\"}", "no json", "{\"id\":\"2\",\"text\":\"\"}", "{\"id\":\"3\",\"text\":\"The lamp flickers.\"}");
        await UntilAsync(async () => await CountAsync(_name + ".rejected") == 2);
        await UntilAsync(() => Task.FromResult(Ids().Count == 2));
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync(cancellationToken: TestContext.Current.CancellationToken);
        var rejected = (await channel.BasicGetAsync(_name + ".rejected", autoAck: true, TestContext.Current.CancellationToken))!;
        Encoding.UTF8.GetString(rejected.Body.Span).ShouldBe("no json");
        Encoding.UTF8.GetString((byte[])rejected.BasicProperties.Headers![QueuedPosts.ReasonHeader]!).ShouldBe("The record is no JSON object.");
    }

    [Fact]
    public async Task WhenTheNodeIsKilledPostsAreTakenWhenItIsBackWithoutARestart()
    {
        await PublishAsync("{\"id\":\"1\",\"text\":\"The hub is fine.\"}");
        await UntilAsync(() => Task.FromResult(Ids().Count == 1));
        await RabbitMqServer.KillAsync();
        (await _client.GetAsync($"/api/v1/workspaces/{Workspace}/sources")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await RabbitMqServer.StartAsync();
        await PublishAsync("{\"id\":\"2\",\"text\":\"The hub is back.\"}");
        await UntilAsync(() => Task.FromResult(Ids().Count == 2));
    }

    [Fact]
    public async Task PostsOfAnErasedMemberStayOut()
    {
        await PublishAsync("{\"id\":\"1\",\"text\":\"The hub is fine.\",\"member\":\"anna\"}");
        await UntilAsync(() => Task.FromResult(Ids().Count == 1));
        (await _client.PostAsJsonAsync($"/api/v1/workspaces/{Workspace}/erasures", new { source = "shop", member = "anna" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        await PublishAsync("{\"id\":\"2\",\"text\":\"The hub is loud.\",\"member\":\"anna\"}");
        await UntilAsync(async () => await CountAsync(_name + ".rejected") == 1);
        Ids().ShouldBeEmpty();
    }

    private Task<IConnection> ConnectAsync()
    {
        var server = BusAddress.TryParse(_address)!;
        return new ConnectionFactory { HostName = server.Host, Port = server.Port, VirtualHost = server.VirtualHost, UserName = server.User, Password = server.Password }.CreateConnectionAsync(TestContext.Current.CancellationToken);
    }

    private async Task PublishAsync(params string[] messages)
    {
        await UntilAsync(async () => await CountAsync(_name) >= 0);
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), TestContext.Current.CancellationToken);
        foreach (var message in messages)
        {
            await channel.BasicPublishAsync("", _name, mandatory: true, new BasicProperties { Persistent = true }, Encoding.UTF8.GetBytes(message), TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Messages that wait in a queue; -1 while it is not there.</summary>
    private async Task<long> CountAsync(string queue)
    {
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync(cancellationToken: TestContext.Current.CancellationToken);
        try
        {
            return await channel.MessageCountAsync(queue, TestContext.Current.CancellationToken);
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
        {
            return -1;
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        while (!await holds())
        {
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }

    private List<string> Ids()
    {
        using var view = _service.Services.GetRequiredService<WorkspaceRegistry>().Open(Workspace).OpenToRead();
        using var tables = view.CreateContext();
        return [.. tables.Posts.Select(post => post.ExternalId)];
    }
}
