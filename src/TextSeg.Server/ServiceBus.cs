using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TextSeg.Engine.Consumers;
using TextSeg.Engine.Messages;

namespace TextSeg.Server;

/// <summary>The bus over which workers hear of work: within the process, or RabbitMQ. The service starts without waiting for it and connects again by itself.</summary>
internal static class ServiceBus
{
    /// <summary>What the look at the bus is called. While the bus is away reads go on and posts are taken in: the service is worse for it, not down.</summary>
    public const string HealthName = "bus";

    private const string QueuePrefix = "textseg";

    public static void AddBus(this IServiceCollection services, ServiceOptions options)
    {
        services.AddSingleton<WorkNotices>().AddSingleton<WordlessFaults>();
        services.AddMassTransit(bus =>
        {
            bus.ConfigureHealthCheckOptions(health => (health.Name, health.MinimalFailureStatus) = (HealthName, HealthStatus.Degraded));
            bus.SetEndpointNameFormatter(new KebabCaseEndpointNameFormatter(QueuePrefix, includeNamespace: false));
            if (options.Work)
            {
                bus.AddConsumer<PostsArrivedConsumer, PostsArrivedConsumerDefinition>();
                bus.AddConsumer<RunRequestedConsumer, RunRequestedConsumerDefinition>();
                bus.AddConsumer<DeadLetterConsumer, DeadLetterConsumerDefinition>();
            }

            if (BusAddress.TryParse(options.Bus) is { } server)
            {
                bus.UsingRabbitMq((context, rabbit) =>
                {
                    rabbit.Host(server.Host, server.Port, server.VirtualHost, host =>
                    {
                        host.Username(server.User);
                        host.Password(server.Password);
                    });
                    rabbit.ConfigureEndpoints(context);
                });
            }
            else
            {
                bus.UsingInMemory((context, memory) => memory.ConfigureEndpoints(context));
            }
        });
    }
}
