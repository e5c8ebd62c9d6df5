using MassTransit;

namespace TextSeg.Engine.Consumers;

/// <summary>How failed messages are kept: one at a time, since the same one is kept once.</summary>
public sealed class DeadLetterConsumerDefinition : ConsumerDefinition<DeadLetterConsumer>
{
    public DeadLetterConsumerDefinition() => ConcurrentMessageLimit = 1;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<DeadLetterConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.UseMessageRetry(retry => retry.Exponential(5, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(20), TimeSpan.FromMilliseconds(500)));
}
