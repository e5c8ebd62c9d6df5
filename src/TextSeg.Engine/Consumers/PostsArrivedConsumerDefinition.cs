using MassTransit;

namespace TextSeg.Engine.Consumers;

/// <summary>How new posts are worked on: a few workspaces at a time, tried again with a growing pause.</summary>
public sealed class PostsArrivedConsumerDefinition : ConsumerDefinition<PostsArrivedConsumer>
{
    public PostsArrivedConsumerDefinition() => ConcurrentMessageLimit = 2;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<PostsArrivedConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.UseMessageRetry(retry => retry.Exponential(5, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(20), TimeSpan.FromMilliseconds(500)));
}
