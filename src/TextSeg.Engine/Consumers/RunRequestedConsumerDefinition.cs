using MassTransit;

namespace TextSeg.Engine.Consumers;

/// <summary>How runs are worked on: one at a time in each process, since each uses all processors.</summary>
public sealed class RunRequestedConsumerDefinition : ConsumerDefinition<RunRequestedConsumer>
{
    public RunRequestedConsumerDefinition() => ConcurrentMessageLimit = 1;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<RunRequestedConsumer> consumerConfigurator, IRegistrationContext context)
    {
        // A run takes minutes: the next one is for another worker.
        endpointConfigurator.PrefetchCount = 1;
        endpointConfigurator.UseMessageRetry(retry => retry.Exponential(5, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(1)));
    }
}
