using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using TextSeg.Engine.Hosting;

namespace TextSeg.Server.Queues;

/// <summary>Takes posts from a queue of RabbitMQ as long as the service runs. A server or a store that is away is tried again; messages that were not acknowledged come again then.</summary>
internal sealed class PostQueue(IOptions<ServiceOptions> options, WorkspaceRegistry workspaces, QueuedPosts posts, TimeProvider clock, ILogger<PostQueue> logger) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (options.Value.Queue.IsUsed && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await workspaces.FindAsync(options.Value.Queue.Workspace, stoppingToken) is not null)
                {
                    await TakeAsync(stoppingToken);
                }
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Log.QueueAway(logger, fault.GetType().Name);
            }

            await Task.Delay(Again, clock, stoppingToken);
        }
    }

    private async Task TakeAsync(CancellationToken stoppingToken)
    {
        var (queue, server) = (options.Value.Queue, options.Value.Queue.Server(options.Value.Bus));
        var factory = new ConnectionFactory
        {
            HostName = server.Host, Port = server.Port, VirtualHost = server.VirtualHost, UserName = server.User, Password = server.Password, ClientProvidedName = "textseg posts", AutomaticRecoveryEnabled = false,
        };
        await using var connection = await factory.CreateConnectionAsync(stoppingToken);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), stoppingToken);
        await channel.QueueDeclareAsync(queue.Name, durable: true, exclusive: false, autoDelete: false, cancellationToken: stoppingToken);
        await channel.QueueDeclareAsync(queue.Name + QueuedPosts.RejectedEnding, durable: true, exclusive: false, autoDelete: false, cancellationToken: stoppingToken);
        await channel.BasicQosAsync(0, (ushort)queue.Prefetch, global: false, stoppingToken);
        var arrived = new ArrivedMessages(channel);
        await channel.BasicConsumeAsync(queue.Name, autoAck: false, arrived.Consumer, stoppingToken);
        while (await arrived.NextAsync(queue.Prefetch, stoppingToken) is { Count: > 0 } batch)
        {
            await posts.StoreAsync(channel, queue, batch, stoppingToken);
        }
    }
}
